"""The whole job on Spark: dossiers from Parquet, evaluated, form II.06a, the late list.

`cluster.py DOSSIERS LIBRARY OUT [--kill]` runs it on two executors, each a process of its own, and
writes the parts of the form and the late list to OUT. With `--kill` one of the executors is killed
while tasks run on it; the job has to end with the same answers all the same, and fails if the kill
did not hit a running task.

What is asked is SQL. `motcua_evaluate` is a function of a dossier, `motcua_report` one of a table, and
both hand whole Arrow columns to the C batches. The library and this module travel with the job.
"""

import argparse
import json
import os
import signal
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql.functions import arrow_udf

import motcua_arrow as m
from question import AS_OF, FIRST_DAY, LATE_SQL, REPORT_SQL

OFFICES = {}


def office(library):
    """The office of this process, made at the first question."""
    if library not in OFFICES:
        OFFICES[library] = m.Office(SparkFiles.get(library))
    return OFFICES[library]


def functions(spark, library):
    """Makes `motcua_evaluate` known to SQL, and gives the function of batches behind the report."""

    @arrow_udf(m.EVALUATION_SQL)
    def evaluate(
        amount: pa.Array, unit: pa.Array, at_local: pa.Array, code: pa.Array, argument: pa.Array, as_of: pa.Array
    ) -> pa.Array:
        told = office(library).evaluate(amount, unit, at_local, code, argument, as_of[0].as_py())
        return m.as_struct(told)

    def parts(batches):
        for batch in batches:
            if batch.num_rows > 0:
                yield office(library).report(batch, FIRST_DAY, AS_OF)

    spark.udf.register("motcua_evaluate", evaluate)
    return parts


class Killer(threading.Thread):
    """Kills an executor of this application once some tasks are done and others run."""

    def __init__(self, spark):
        super().__init__(daemon=True)
        self.spark, self.killed = spark.sparkContext, None

    def executors(self):
        ours = []
        for process in Path("/proc").iterdir():
            if process.name.isdigit():
                try:
                    words = (process / "cmdline").read_bytes().decode(errors="replace").split("\0")
                except OSError:
                    continue
                if any(word.endswith("CoarseGrainedExecutorBackend") for word in words):
                    if self.spark.applicationId in words:
                        ours.append((int(process.name), words[words.index("--executor-id") + 1]))
        return ours

    def run(self):
        tracker = self.spark.statusTracker()
        while self.killed is None:
            for number in tracker.getActiveStageIds():
                stage = tracker.getStageInfo(number)
                if stage and stage.numCompletedTasks > 0 and stage.numActiveTasks > 1:
                    pid, self.killed = self.executors()[0]
                    os.kill(pid, signal.SIGKILL)
                    break
            time.sleep(0.02)

    def lost(self):
        """The tasks that were lost with the executor, as Spark tells."""
        address = f"{self.spark.uiWebUrl}/api/v1/applications/{self.spark.applicationId}"
        for _ in range(100):
            with urllib.request.urlopen(f"{address}/allexecutors") as answer:
                known = {one["id"]: one for one in json.load(answer)}
            dead = known.get(self.killed)
            if dead and not dead["isActive"]:
                with urllib.request.urlopen(f"{address}/stages") as answer:
                    return sum(stage["numFailedTasks"] + stage["numKilledTasks"] for stage in json.load(answer))
            time.sleep(0.1)
        sys.exit("Spark does not tell of the executor that was killed")


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("dossiers", type=Path)
    ask.add_argument("library", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--kill", action="store_true")
    given = ask.parse_args()
    here = Path(__file__).resolve().parent
    os.environ["PYSPARK_PYTHON"] = sys.executable
    spark = (
        SparkSession.builder.appName("motcua")
        .master("local-cluster[2,1,1024]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.files.minPartitionNum", "16")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "65536")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    spark.sparkContext.addFile(str(given.library.resolve()))
    for module in ("motcua_arrow.py", "question.py"):
        spark.sparkContext.addPyFile(str(here / module))
    parts = functions(spark, given.library.name)
    dossiers = spark.read.parquet(str(given.dossiers))
    dossiers.createOrReplaceTempView("dossiers")
    killer = Killer(spark)
    if given.kill:
        killer.start()
    began = time.monotonic()
    columns = [*m.KEY, "online", *m.LOG]
    dossiers.select(columns).mapInArrow(parts, m.PART_SQL).createOrReplaceTempView("parts")
    spark.sql(REPORT_SQL).write.mode("overwrite").parquet(str(given.out / "report"))
    reported = time.monotonic()
    spark.sql(
        f"CREATE OR REPLACE TEMP VIEW evaluated AS SELECT *, "
        f"motcua_evaluate(amount, unit, at_local, code, argument, {AS_OF}L) AS e FROM dossiers"
    )
    spark.sql(LATE_SQL).write.mode("overwrite").parquet(str(given.out / "late"))
    ended = time.monotonic()
    said = {"report_s": round(reported - began, 2), "late_list_s": round(ended - reported, 2)}
    if given.kill:
        if killer.killed is None:
            sys.exit("no executor was killed: the job was over too soon")
        said["tasks_lost"] = killer.lost()
        if said["tasks_lost"] == 0:
            sys.exit("an executor was killed and no task was lost with it")
    spark.stop()
    (given.out / "times.json").write_text(json.dumps(said))
    print(f"Spark{' with an executor killed' if given.kill else ''}: {said}")


if __name__ == "__main__":
    main()
