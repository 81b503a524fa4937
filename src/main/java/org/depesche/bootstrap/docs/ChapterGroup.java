package org.depesche.bootstrap.docs;

import java.util.List;

/** Chapters for one kind of reader. */
record ChapterGroup(String title, List<Chapter> chapters) {

    ChapterGroup {
        chapters = List.copyOf(chapters);
    }
}
