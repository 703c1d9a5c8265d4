# Build first: mvn -DskipTests package
#   docker build -t hybridge .
#   docker run --restart on-failure --network host -v hybridge-data:/data hybridge
# That serves this machine at http://localhost:8080, with the lab. Over a network it is served by https only (docs/manual.md):
#   docker run --restart on-failure -p 8443:8080 -v hybridge-data:/data -v /etc/hybridge:/tls:ro -e SERVER_ADDRESS=0.0.0.0 \
#     -e SERVER_SSL_BUNDLE=console -e SPRING_SSL_BUNDLE_PEM_CONSOLE_KEYSTORE_CERTIFICATE=/tls/console.crt \
#     -e SPRING_SSL_BUNDLE_PEM_CONSOLE_KEYSTORE_PRIVATEKEY=/tls/console.key \
#     -e SPRING_SSL_BUNDLE_PEM_CONSOLE_RELOADONUPDATE=true -e HYBRIDGE_SECURITY_ADDRESS=https://hybridge.fabrikam.com:8443 hybridge
# The image has the layers of the jar apart, so that a new version moves only a small one.
# Not built by .ci/run: there is no container engine.
FROM eclipse-temurin:25-jre AS layers
WORKDIR /build
COPY target/hybridge.jar hybridge.jar
RUN java -Djarmode=tools -jar hybridge.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 hybridge && install -d -m 700 -o hybridge /data
WORKDIR /app
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
USER hybridge
VOLUME /data
EXPOSE 8080
ENV HYBRIDGE_DATA=/data
ENTRYPOINT ["java", "-Xmx192m", "-XX:+ExitOnOutOfMemoryError", "-jar", "hybridge.jar"]
