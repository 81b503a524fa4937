package org.depesche.content.editorial;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;

/** Reads the last numbers of numbered slugs. */
@ApplicationScoped
public class SlugNumberRepository {

    static final int MAX_NUMBER = 999_999_999;

    /** The number of selects in one union. */
    private static final int STEMS_PER_STATEMENT = 100;

    /**
     * The range contains the slugs that continue with a digit. The maximum is computed in SQL, because a stem such as
     * "wetter" may have ten thousand slugs.
     */
    private static final String LAST_NUMBER_SQL = """
            select %1$d, max(cast(substring(slug, length(:stem%1$d) + 2) as unsigned)) from article_slug
            where slug > concat(:stem%1$d, '-') and slug < concat(:stem%1$d, '-:')
              and substring(slug, length(:stem%1$d) + 2) regexp '^[1-9][0-9]{0,8}$'""";

    private final Jdbi jdbi;

    SlugNumberRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Returns the last used number of each stem. Stems without a number are absent. */
    Map<String, Integer> lastNumbers(Collection<String> stems) {
        var all = List.copyOf(stems);
        var last = new HashMap<String, Integer>();
        for (var from = 0; from < all.size(); from += STEMS_PER_STATEMENT) {
            last.putAll(queryLastNumbers(all.subList(from, Math.min(all.size(), from + STEMS_PER_STATEMENT))));
        }
        return last;
    }

    private Map<String, Integer> queryLastNumbers(List<String> stems) {
        var sql = IntStream.range(0, stems.size()).mapToObj(i -> LAST_NUMBER_SQL.formatted(i))
                .collect(Collectors.joining("\nunion all\n"));
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql);
            for (var i = 0; i < stems.size(); i++) {
                query.bind("stem" + i, stems.get(i));
            }
            var numbers = new HashMap<String, Integer>();
            query.map((row, context) -> new int[] { row.getInt(1), row.getInt(2) }).filter(found -> found[1] > 0)
                    .forEach(found -> numbers.put(stems.get(found[0]), found[1]));
            return numbers;
        });
    }
}
