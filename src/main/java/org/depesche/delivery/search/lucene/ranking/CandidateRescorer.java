package org.depesche.delivery.search.lucene.ranking;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.depesche.delivery.search.query.IndexSnapshot.PageRequest;

/** Ranks the best candidates of a search by their full scores. Those after them keep their order. */
public final class CandidateRescorer extends QueryRescorer {

    /** @param ranked gives the full scores */
    public CandidateRescorer(Query ranked) {
        super(ranked);
    }

    @Override
    protected float combine(float candidateScore, boolean isRanked, float score) {
        return (isRanked ? score : 0) + candidateScore * PageRequest.CANDIDATE_SHARE;
    }

    /** The same articles, in the order of their full scores. */
    public TopDocs rescore(IndexSearcher searcher, TopDocs candidates) throws IOException {
        var all = candidates.scoreDocs;
        var count = Math.min(all.length, PageRequest.RESCORED);
        var best = rescore(searcher, new TopDocs(candidates.totalHits, Arrays.copyOf(all, count)), count);
        var others = Arrays.stream(all, count, all.length)
                .map(hit -> new ScoreDoc(hit.doc, hit.score * PageRequest.CANDIDATE_SHARE));
        return new TopDocs(candidates.totalHits,
                Stream.concat(Arrays.stream(best.scoreDocs), others).toArray(ScoreDoc[]::new));
    }
}
