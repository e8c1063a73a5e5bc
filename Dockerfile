# One image per process: docker build --target web|worker|engine .

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
COPY engine/package.json engine/
RUN npm ci --no-audit --no-fund

FROM dependencies AS build
COPY . .
# Compiling boots the app without connecting to anything; these values are not used at run time.
RUN NODE_ENV=production APP_KEY=not-used-while-compiling-0000000 APP_URL=http://localhost HOST=127.0.0.1 PORT=1 \
    DATABASE_URL=postgres://app@localhost/none ENGINE_URL=http://localhost DATA_DIR=/tmp \
    node ace.js build --tsconfig tsconfig.build.json

FROM node:24-bookworm-slim AS app
RUN apt-get update \
 && apt-get install -y --no-install-recommends git openssh-client ca-certificates \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3333 DATA_DIR=/data
COPY --from=dependencies /app/node_modules node_modules
COPY engine/package.json engine/
COPY engine/contract engine/contract
COPY --from=build /app/build build
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
WORKDIR /app/build

FROM app AS web
EXPOSE 3333
HEALTHCHECK --interval=10s CMD ["node", "-e", "fetch('http://127.0.0.1:3333/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/server.js"]

FROM app AS worker
USER root
RUN apt-get update && apt-get install -y --no-install-recommends bubblewrap && rm -rf /var/lib/apt/lists/*
USER node
CMD ["node", "ace.js", "worker"]

FROM node:24-bookworm-slim AS engine
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 ENGINE_PORT=3334 ENGINE_DATA_DIR=/data
COPY --from=dependencies /app/node_modules node_modules
COPY engine engine
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
WORKDIR /app/engine
EXPOSE 3334
HEALTHCHECK --interval=10s CMD ["node", "-e", "fetch('http://127.0.0.1:3334/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
