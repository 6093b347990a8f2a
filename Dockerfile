# vocabsync in a container: docs/docker.md. The program is one bundle, so the image has Node, git (diff and affected ask it)
# and nothing else: no npm, no packages.

FROM node:24-alpine3.22 AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci
COPY scripts scripts
COPY src src
RUN node scripts/build.mjs

FROM alpine:3.22
# A work tree that is mounted belongs to somebody else, and git would not read it. Nobody else works in here.
RUN apk add --no-cache git libstdc++ \
 && git config --system --add safe.directory '*'
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build /src/dist/cli /opt/vocabsync/cli
COPY --from=build /src/dist/THIRD-PARTY-NOTICES.txt /opt/vocabsync/
COPY LICENSE /opt/vocabsync/
RUN ln -s /opt/vocabsync/cli/main.js /usr/local/bin/vocabsync
# By number, so that Kubernetes sees that it is not root.
USER 1000:1000
WORKDIR /work
ENTRYPOINT ["vocabsync"]
CMD ["--help"]
