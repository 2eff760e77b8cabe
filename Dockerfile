# syntax=docker/dockerfile:1
# For the processor:   docker build -t spirallab .
# For NVIDIA GPUs:     docker build -t spirallab:cuda --build-arg FLAVOUR=cuda .
# To run it:           docker run --rm -p 8080:8080 -v spirallab:/data spirallab   (CUDA: add --gpus all)
ARG FLAVOUR=cpu
ARG PYTORCH_VERSION=2.7.1

FROM node:24-bookworm-slim AS node

# ---- build: the page's bundle and the application, unpacked for a fast start
FROM maven:3.9-eclipse-temurin-25 AS build
ARG FLAVOUR
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 --mount=type=cache,target=/root/.npm \
    mvn -B -ntp -q package -Dmaven.test.skip -P-gates -Dvaadin.ci.build=true \
        $(test "$FLAVOUR" = cuda && echo -Dcuda) \
    && java -Djarmode=tools -jar target/spirallab.jar extract --destination /app

# ---- what differs between the flavours
FROM eclipse-temurin:25-jre-noble AS base-cpu

FROM debian:bookworm-slim AS libtorch
ARG PYTORCH_VERSION
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl unzip \
    && curl -fsSLo /libtorch.zip \
        "https://download.pytorch.org/libtorch/cu128/libtorch-cxx11-abi-shared-with-deps-${PYTORCH_VERSION}%2Bcu128.zip" \
    && unzip -q /libtorch.zip -d /opt && rm /libtorch.zip

FROM eclipse-temurin:25-jre-noble AS base-cuda
ARG PYTORCH_VERSION
COPY --from=libtorch /opt/libtorch/lib /opt/libtorch/lib
ENV PYTORCH_LIBRARY_PATH=/opt/libtorch/lib \
    PYTORCH_VERSION=${PYTORCH_VERSION} \
    PYTORCH_FLAVOR=cu128 \
    LD_LIBRARY_PATH=/opt/libtorch/lib \
    NVIDIA_VISIBLE_DEVICES=all \
    NVIDIA_DRIVER_CAPABILITIES=compute,utility

# ---- what runs
FROM base-${FLAVOUR}
RUN apt-get update && apt-get install -y --no-install-recommends curl libgomp1 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --home-dir /home/spirallab spirallab \
    && install --directory --owner spirallab /data
COPY --from=build /app /app
COPY java-options /app/java-options
USER spirallab
WORKDIR /home/spirallab
# What people make, unless SPRING_DATASOURCE_URL names a PostgreSQL database.
VOLUME /data
ENV SPIRALLAB_DATA=/data DJL_CACHE_DIR=/home/spirallab/.djl.ai OPT_OUT_TRACKING=true OMP_NUM_THREADS=1 TORCH_CPP_LOG_LEVEL=ERROR
# Started once, for Java to keep what it loads: later starts take two thirds of the time.
RUN java -XX:AOTCacheOutput=/home/spirallab/kept.aot @/app/java-options -cp /app/spirallab.jar \
        dev.spirallab.SpiralLabApplication --spirallab.rehearsal=true --server.port=0 \
        --spirallab.data=/tmp/rehearsal \
    || echo "Containers will take longer to start."; \
    rm -rf /tmp/rehearsal
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
    CMD curl -fsS http://localhost:8080/actuator/health || exit 1
ENTRYPOINT ["java", "-XX:AOTCache=/home/spirallab/kept.aot", "@/app/java-options", "-cp", "/app/spirallab.jar", "dev.spirallab.SpiralLabApplication"]
