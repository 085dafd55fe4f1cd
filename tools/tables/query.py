"""Runs the query of cli/sql/group.sql on an export, with DuckDB or with Spark.

    python query.py duckdb|spark FOLDER parquet|jsonl QUERY.sql

Prints the rows as one JSON array of arrays; with the word `schema` in place of the query, the names
and types of the columns of each table instead.
"""

import json
import sys
from pathlib import Path

TABLES = ("sessions", "scores", "answers")


def with_duckdb(folder, form, query):
    import duckdb

    connection = duckdb.connect()
    # In 512 MB and two threads, wherever this runs.
    connection.execute("SET memory_limit = '512MB'; SET threads = 2")
    reader = "read_parquet" if form == "parquet" else "read_json"
    for table in TABLES:
        # Versions and months are texts, also where they look like numbers.
        connection.execute(
            f"CREATE VIEW {table} AS SELECT * FROM {reader}("
            f"'{folder}/{table}/*/*/*/*', hive_partitioning = true, hive_types_autocast = false)"
        )
    if query is None:
        return {
            table: [row[:2] for row in connection.execute(f"DESCRIBE {table}").fetchall()]
            for table in TABLES
        }
    return connection.execute(query).fetchall()


def with_spark(folder, form, query):
    from pyspark.sql import SparkSession

    settings = {
        "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
        # For tables of a test: starting many small tasks takes longer than their work.
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.codegen.wholeStage": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.ui.enabled": "false",
        "spark.log.level": "ERROR",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "1g",
        # It takes texts for shorter than they are, and then wants to hold a table in memory.
        "spark.sql.autoBroadcastJoinThreshold": "-1",
    }
    builder = SparkSession.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    try:
        for table in TABLES:
            reader = session.read.parquet if form == "parquet" else session.read.json
            reader(f"{folder}/{table}").createOrReplaceTempView(table)
        if query is None:
            return {table: session.table(table).dtypes for table in TABLES}
        return [list(row) for row in session.sql(query).collect()]
    finally:
        session.stop()


def main():
    engine, folder, form, query = sys.argv[1:]
    text = None if query == "schema" else Path(query).read_text(encoding="utf-8")
    run = {"duckdb": with_duckdb, "spark": with_spark}[engine]
    json.dump(run(folder, form, text), sys.stdout)


if __name__ == "__main__":
    main()
