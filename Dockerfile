# Untested: no container engine has been at hand so far. Whoever builds it first, please say so here.

FROM python:3.11-slim AS environment
RUN apt-get update \
    && apt-get install --yes --no-install-recommends make \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY Makefile ./
COPY requirements/run.txt requirements/run.txt
RUN make .venv/.run

# GraphiQL comes from npm, each file checked against the hash pinned in api/explorer/graphiql.json.
FROM environment AS explorer
RUN apt-get update \
    && apt-get install --yes --no-install-recommends npm \
    && rm -rf /var/lib/apt/lists/*
COPY api api
RUN .venv/bin/python -m api.explorer.install /app/explorer

FROM python:3.11-slim
RUN useradd --system --uid 10001 --no-create-home organica \
    && mkdir -p /app/var \
    && chown organica /app/var
WORKDIR /app
# The environment points at the checkout it lies in, so it keeps its path.
COPY --from=environment /app/.venv .venv
COPY --from=explorer /app/explorer explorer
COPY alembic.ini ./
COPY organica organica
COPY db db
COPY schema schema
COPY api api
COPY seeds seeds
ENV HOST=0.0.0.0 \
    PORT=8000 \
    ORGANICA_DATABASE_URL=sqlite+aiosqlite:////app/var/organica.sqlite \
    ORGANICA_EXPLORER_FOLDER=/app/explorer \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
USER organica
VOLUME /app/var
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD [".venv/bin/python", "-c", "import os, urllib.request as web; web.urlopen('http://127.0.0.1:' + os.environ['PORT'] + '/livez', timeout=2)"]
ENTRYPOINT [".venv/bin/organica"]
CMD ["serve", "--migrate", "--load"]
