# syntax=docker/dockerfile:1
# Web client and program in one image. No PostgreSQL inside: give ConnectionStrings__Default (compose.yaml shows how).

FROM node:22-bookworm-slim AS web-client
WORKDIR /source
COPY web-client/package.json web-client/package-lock.json web-client/
COPY web-client/.npmrc* web-client/
RUN cd web-client && npm ci --ignore-scripts --no-audit --no-fund
COPY web-client web-client
RUN mkdir api && cd web-client && npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS api
WORKDIR /source
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props .editorconfig BannedSymbols.txt ./
COPY api/KediriLapor.Api.csproj api/packages.lock.json api/
COPY api/Build api/Build
RUN dotnet restore api --locked-mode -r linux-x64 -p:PublishReadyToRun=true
COPY api api
COPY docs/getting-started.md docs/
COPY --from=web-client /source/api/wwwroot api/wwwroot
RUN dotnet publish api -c Release -r linux-x64 --no-self-contained --no-restore -p:PublishReadyToRun=true -o /published -p:SkipPostgres=true -p:SkipSpa=true \
    && mkdir /data

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=api /published .
# attachments live here; a new named volume takes over the folder's owner
COPY --from=api --chown=$APP_UID:$APP_UID /data /data
# runs with a read-only root file system: nothing is written outside /data and /tmp
ENV KEDIRILAPOR_DATA=/data DOTNET_EnableDiagnostics=0
USER $APP_UID
VOLUME /data
EXPOSE 8080
# a chiselled image has no shell and no curl for a HEALTHCHECK: probe GET /health/ready on 8080 from outside
ENTRYPOINT ["dotnet", "KediriLapor.Api.dll"]
