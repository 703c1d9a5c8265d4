# Build first: mvn -DskipTests package
#   docker build -t hybridge .
#   docker run --restart on-failure -p 127.0.0.1:8080:8080 -v hybridge-data:/data hybridge
# The image has the layers of the jar apart, so that a new version moves only a small one.
# The lab listens on loopback, so the page for its sign-in codes is not published. To walk through the lab:
#   docker run --network host -e SERVER_ADDRESS=127.0.0.1 -v hybridge-data:/data hybridge
# Not built by .ci/run: there is no container engine.
FROM eclipse-temurin:25-jre AS layers
WORKDIR /build
COPY target/hybridge.jar hybridge.jar
RUN java -Djarmode=tools -jar hybridge.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 hybridge && mkdir /data && chown hybridge /data
WORKDIR /app
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
USER hybridge
VOLUME /data
EXPOSE 8080
ENV HYBRIDGE_DATA=/data SERVER_ADDRESS=0.0.0.0
ENTRYPOINT ["java", "-Xmx192m", "-XX:+ExitOnOutOfMemoryError", "-jar", "hybridge.jar"]
