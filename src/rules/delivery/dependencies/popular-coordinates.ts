/** Group and artifact of what very many builds of Java use: whoever takes nearly the same group is taken for them. */
const groups: Readonly<Record<string, string>> = {
  'com.fasterxml.jackson.core': 'jackson-databind jackson-core jackson-annotations',
  'com.fasterxml.jackson.datatype': 'jackson-datatype-jsr310 jackson-datatype-jdk8',
  'org.springframework.boot':
    'spring-boot-starter spring-boot-starter-web spring-boot-starter-test spring-boot-starter-data-jpa spring-boot-starter-security spring-boot-starter-actuator spring-boot-starter-validation spring-boot-maven-plugin',
  'org.springframework': 'spring-core spring-context spring-web spring-webmvc spring-beans spring-jdbc spring-test',
  'org.springframework.security': 'spring-security-core spring-security-web spring-security-config',
  'org.apache.logging.log4j': 'log4j-core log4j-api log4j-slf4j2-impl',
  'org.slf4j': 'slf4j-api slf4j-simple jul-to-slf4j',
  'ch.qos.logback': 'logback-classic logback-core',
  'org.apache.commons': 'commons-lang3 commons-text commons-csv commons-compress commons-collections4 commons-pool2',
  'commons-io': 'commons-io',
  'commons-codec': 'commons-codec',
  'com.google.guava': 'guava',
  'com.google.code.gson': 'gson',
  'com.google.protobuf': 'protobuf-java',
  'io.grpc': 'grpc-netty grpc-stub grpc-protobuf',
  'org.projectlombok': 'lombok',
  'org.mapstruct': 'mapstruct mapstruct-processor',
  'org.hibernate.orm': 'hibernate-core',
  'org.hibernate.validator': 'hibernate-validator',
  'org.postgresql': 'postgresql',
  'com.mysql': 'mysql-connector-j',
  'com.h2database': 'h2',
  'com.zaxxer': 'HikariCP',
  'org.flywaydb': 'flyway-core',
  'org.liquibase': 'liquibase-core',
  'org.apache.kafka': 'kafka-clients',
  'org.apache.httpcomponents.client5': 'httpclient5',
  'com.squareup.okhttp3': 'okhttp',
  'com.squareup.retrofit2': 'retrofit',
  'io.netty': 'netty-all netty-handler netty-buffer',
  'io.jsonwebtoken': 'jjwt-api jjwt-impl jjwt-jackson',
  'com.auth0': 'java-jwt',
  'org.bouncycastle': 'bcprov-jdk18on bcpkix-jdk18on',
  'org.junit.jupiter': 'junit-jupiter junit-jupiter-api junit-jupiter-engine',
  'org.mockito': 'mockito-core mockito-junit-jupiter',
  'org.assertj': 'assertj-core',
  'org.testcontainers': 'testcontainers postgresql-testcontainers',
  'org.yaml': 'snakeyaml',
  'org.jsoup': 'jsoup',
  'io.micrometer': 'micrometer-core micrometer-registry-prometheus',
  'software.amazon.awssdk': 's3 sqs dynamodb',
};

/** The known groups of an artifact's name. */
export const groupsOfArtifact: ReadonlyMap<string, readonly string[]> = byArtifact();

function byArtifact(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [group, artifacts] of Object.entries(groups))
    for (const artifact of artifacts.split(' ')) found.set(artifact, [...(found.get(artifact) ?? []), group]);
  return found;
}

/** Plugins of Gradle that very many builds use. */
export const popularGradlePlugins: ReadonlySet<string> = new Set(
  'org.springframework.boot io.spring.dependency-management org.jetbrains.kotlin.jvm org.jetbrains.kotlin.plugin.spring com.android.application com.android.library com.github.spotbugs com.diffplug.spotless org.sonarqube com.gradleup.shadow com.github.johnrengelman.shadow com.google.protobuf org.openapi.generator org.flywaydb.flyway org.liquibase.gradle com.github.ben-manes.versions io.freefair.lombok org.asciidoctor.jvm.convert com.google.cloud.tools.jib io.quarkus io.micronaut.application org.owasp.dependencycheck net.ltgt.errorprone com.github.node-gradle.node org.graalvm.buildtools.native com.palantir.docker'.split(
    ' ',
  ),
);
