package org.depesche.content.body.form;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.depesche.content.body.EmbedProvider;
import org.depesche.kernel.Slug;
import org.jspecify.annotations.Nullable;

/**
 * The providers of embeds: the URLs that belong to them, their privacy policies, and the URLs of their players. The
 * provider of an unknown URL is named after its host.
 */
final class EmbedProviders {

    private static final Ratio WIDE = new Ratio(16, 9);
    private static final Ratio SQUARE = new Ratio(1, 1);
    private static final Ratio TALL = new Ratio(9, 16);

    private static final EmbedProvider YOUTUBE = new EmbedProvider("youtube", "YouTube", "https://policies.google.com/privacy");
    private static final EmbedProvider VIMEO = new EmbedProvider("vimeo", "Vimeo", "https://vimeo.com/privacy");
    private static final EmbedProvider X = new EmbedProvider("x", "X", "https://x.com/privacy");
    private static final EmbedProvider INSTAGRAM = new EmbedProvider("instagram", "Instagram",
            "https://privacycenter.instagram.com/policy");
    private static final EmbedProvider FACEBOOK = new EmbedProvider("facebook", "Facebook",
            "https://www.facebook.com/privacy/policy");
    private static final EmbedProvider TIKTOK = new EmbedProvider("tiktok", "TikTok",
            "https://www.tiktok.com/legal/privacy-policy");
    private static final EmbedProvider SPOTIFY = new EmbedProvider("spotify", "Spotify",
            "https://www.spotify.com/legal/privacy-policy/");
    private static final EmbedProvider SOUNDCLOUD = new EmbedProvider("soundcloud", "SoundCloud",
            "https://soundcloud.com/pages/privacy");
    private static final EmbedProvider DATAWRAPPER = new EmbedProvider("datawrapper", "Datawrapper",
            "https://www.datawrapper.de/privacy");
    private static final EmbedProvider FLOURISH = new EmbedProvider("flourish", "Flourish", "https://flourish.studio/privacy/");
    private static final EmbedProvider INFOGRAM = new EmbedProvider("infogram", "Infogram", "https://infogram.com/privacy");
    private static final EmbedProvider DAILYMOTION = new EmbedProvider("dailymotion", "Dailymotion",
            "https://legal.dailymotion.com/en/privacy-policy/");
    private static final EmbedProvider TWITCH = new EmbedProvider("twitch", "Twitch",
            "https://www.twitch.tv/p/legal/privacy-notice/");
    private static final EmbedProvider BLUESKY = new EmbedProvider("bluesky", "Bluesky",
            "https://bsky.social/about/support/privacy-policy");
    private static final EmbedProvider THREADS = new EmbedProvider("threads", "Threads",
            "https://privacycenter.instagram.com/policy");
    private static final EmbedProvider GOOGLE_MAPS = new EmbedProvider("google-maps", "Google Maps",
            "https://policies.google.com/privacy");
    private static final EmbedProvider OPENSTREETMAP = new EmbedProvider("openstreetmap", "OpenStreetMap",
            "https://osmfoundation.org/wiki/Privacy_Policy");

    /**
     * {@code $1} is the group that the pattern captured, {@code $0} the whole URL, encoded for a query. The first
     * matching rule wins.
     */
    private static final List<Rule> RULES = List.of(
            rule(YOUTUBE, "(?:www\\.)?youtube(?:-nocookie)?\\.com/(?:embed|v)/([\\w-]{11}).*",
                    "https://www.youtube-nocookie.com/embed/$1", WIDE).withPage("https://www.youtube.com/watch?v=$1"),
            rule(YOUTUBE, "(?:www\\.|m\\.|music\\.)?youtube\\.com/(?:watch\\?(?:.*&)?v=|live/)([\\w-]{6,20}).*",
                    "https://www.youtube-nocookie.com/embed/$1", WIDE),
            rule(YOUTUBE, "(?:www\\.|m\\.)?youtube\\.com/shorts/([\\w-]{6,20}).*", "https://www.youtube-nocookie.com/embed/$1",
                    TALL),
            rule(YOUTUBE, "youtu\\.be/([\\w-]{6,20}).*", "https://www.youtube-nocookie.com/embed/$1", WIDE),
            rule(YOUTUBE, "(?:[\\w.-]+\\.)?(?:youtube(?:-nocookie)?\\.com|youtu\\.be)(/.*)?", "", WIDE),
            rule(VIMEO, "(?:www\\.)?vimeo\\.com/(?:[a-z]+/)*(\\d+).*", "https://player.vimeo.com/video/$1?dnt=1", WIDE),
            rule(VIMEO, "player\\.vimeo\\.com/video/(\\d+).*", "https://player.vimeo.com/video/$1?dnt=1", WIDE)
                    .withPage("https://vimeo.com/$1"),
            rule(X, "(?:www\\.|mobile\\.)?(?:twitter|x)\\.com/\\w+/status(?:es)?/(\\d+).*",
                    "https://platform.twitter.com/embed/Tweet.html?id=$1&dnt=true", null),
            rule(X, "(?:[\\w.-]+\\.)?(?:twitter|x)\\.com(/.*)?", "", null),
            rule(INSTAGRAM, "(?:www\\.)?instagram\\.com/(?:[\\w.]+/)?(?:p|reel|tv)/([\\w-]+).*",
                    "https://www.instagram.com/p/$1/embed/", null),
            rule(INSTAGRAM, "(?:www\\.)?instagram\\.com(/.*)?", "", null),
            rule(FACEBOOK, "(?:[\\w.-]+\\.)?facebook\\.com/plugins/(.*)", "https://www.facebook.com/plugins/$1", null),
            rule(FACEBOOK, "(?:[\\w.-]+\\.)?(?:facebook\\.com/(?:watch|reel|[^/]+/videos)|fb\\.watch)(.*)",
                    "https://www.facebook.com/plugins/video.php?href=$0", WIDE),
            rule(FACEBOOK, "(?:[\\w.-]+\\.)?facebook\\.com/(.*)", "https://www.facebook.com/plugins/post.php?href=$0", null),
            rule(TIKTOK, "(?:www\\.)?tiktok\\.com/(?:@[^/]+/video|embed(?:/v2)?)/(\\d+).*",
                    "https://www.tiktok.com/embed/v2/$1", TALL),
            rule(TIKTOK, "(?:[\\w.-]+\\.)?tiktok\\.com(/.*)?", "", TALL),
            rule(SPOTIFY, "open\\.spotify\\.com/(?:embed/|intl-\\w+/)*((?:track|album|playlist|episode|show|artist)/\\w+).*",
                    "https://open.spotify.com/embed/$1", null),
            rule(SOUNDCLOUD, "w\\.soundcloud\\.com/player/?(.*)", "https://w.soundcloud.com/player/$1", null),
            rule(SOUNDCLOUD, "(?:[\\w.-]+\\.)?soundcloud\\.com/(.*)", "https://w.soundcloud.com/player/?url=$0", null),
            rule(DATAWRAPPER, "(?:datawrapper\\.dwcdn\\.(?:net|de)|dwcdn\\.datawrapper\\.de)/(.*)",
                    "https://datawrapper.dwcdn.net/$1", null),
            rule(FLOURISH, "(?:flo\\.uri\\.sh|public\\.flourish\\.studio)/(?:visualisation|story)/(\\d+).*",
                    "https://flo.uri.sh/visualisation/$1/embed", null),
            rule(INFOGRAM, "(?:e\\.)?infogram\\.com/([\\w-]+).*", "https://e.infogram.com/$1", null),
            rule(DAILYMOTION, "(?:www\\.)?dailymotion\\.com/(?:embed/)?video/(\\w+).*",
                    "https://geo.dailymotion.com/player.html?video=$1", WIDE),
            rule(TWITCH, "(?:[\\w-]+\\.)?twitch\\.tv(/.*)?", "", WIDE),
            rule(BLUESKY, "(?:embed\\.)?bsky\\.app(/.*)?", "", null),
            rule(THREADS, "(?:www\\.)?threads\\.(?:net|com)/(@[\\w.]+/post/[\\w-]+).*", "https://www.threads.net/$1/embed",
                    null),
            rule(GOOGLE_MAPS, "(?:www\\.|maps\\.)?google\\.(?:com|de|at|ch)/maps/embed(.*)",
                    "https://www.google.com/maps/embed$1", SQUARE),
            rule(OPENSTREETMAP, "(?:www\\.)?openstreetmap\\.org/export/embed\\.html(.*)",
                    "https://www.openstreetmap.org/export/embed.html$1", SQUARE));

    private EmbedProviders() {
    }

    static EmbedMatch resolve(URI url) {
        var urlWithoutScheme = url.toString().replaceFirst("(?i)^https?://", "");
        return RULES.stream().flatMap(rule -> rule.match(url.toString(), urlWithoutScheme).stream()).findFirst()
                .orElseGet(() -> unknownProvider(url));
    }

    private static EmbedMatch unknownProvider(URI url) {
        var host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        return new EmbedMatch(url.toString(), null, new EmbedProvider(Slug.from(host, "unknown"), host, null), false, null);
    }

    private static Rule rule(EmbedProvider provider, String pattern, String frame, @Nullable Ratio ratio) {
        return new Rule(provider, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), frame, "$0", ratio);
    }

    /** A URL with its provider and player. */
    record EmbedMatch(String url, @Nullable String frameUrl, EmbedProvider provider, boolean isKnown, @Nullable Ratio ratio) {
    }

    record Ratio(int width, int height) {
    }

    private record Rule(EmbedProvider provider, Pattern pattern, String frame, String page, @Nullable Ratio ratio) {

        /** Sets the URL of the page, for rules that match URLs of players. */
        private Rule withPage(String page) {
            return new Rule(provider, pattern, frame, page, ratio);
        }

        private Optional<EmbedMatch> match(String url, String urlWithoutScheme) {
            var matcher = pattern.matcher(urlWithoutScheme);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            var group = Optional.ofNullable(matcher.group(1)).orElse("");
            var frameUrl = frame.replace("$0", URLEncoder.encode(url, StandardCharsets.UTF_8)).replace("$1", group);
            // not both replacements: a URL may contain "$1" itself
            var pageUrl = page.equals("$0") ? url : page.replace("$1", group);
            return Optional
                    .of(new EmbedMatch(pageUrl, frameUrl.isEmpty() ? null : frameUrl,
                            provider,
                            true, ratio));
        }
    }
}
