"""Checks the Spark job against the program on one machine, with real executors, one of which is killed.

    python check_spark.py --entente BINARY --articles FOLDER            # a few minutes
    python check_spark.py --entente BINARY --articles FOLDER --measure  # what Spark costs; for README.md

FOLDER holds text files, such as `generate-articles` of Benchmarks writes. Needs pyspark and Linux.
"""

import argparse
import contextlib
import glob
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

import entente_spark as job

HERE = os.path.dirname(os.path.abspath(__file__))
TWO_EXECUTORS = "local-cluster[2,1,1024]"
failures = []


def check(what, found, expected=True):
    good = found == expected
    print(f"{'ok  ' if good else 'FAIL'} {what}" + ("" if good else f": {found!r}, not {expected!r}"))
    if not good:
        failures.append(what)


# --- Parts, without Spark --------------------------------------------------------------------------

# Echoes lines; crashes at "crash" always, at "once" the first time, and falls asleep at "sleep".
UNSTABLE = """
import os, sys, time
for line in sys.stdin:
    word, mark = line.strip(), sys.argv[1]
    if word == "crash" or word == "once" and not os.path.exists(mark):
        open(mark, "w").close()
        sys.stdout.flush()
        os.kill(os.getpid(), 9)
    if word == "sleep":
        time.sleep(60)
    sys.stdout.write("answer " + line)
    sys.stdout.flush()
"""


def check_parts():
    for content, text in [
        (b"plain", "plain"), ("\ufeffmarked é".encode(), "marked é"), ("é €".encode("cp1252"), "é €"),
        ("\ufefféa".encode("utf-16-le"), "éa"), ("\ufefféa".encode("utf-16-be"), "éa"),
    ]:
        check(f"decoding {content!r}", job.decoded(content), text)
    names = job.field_map("text=body, date=published")
    for line, expected in [
        ('{"body":"a","published":"2020"}', {"text": "a", "date": "2020"}),
        ('{"body":"a","text":"other"}', {"text": "a"}), ('{"text":"a"}', {"text": "a"}),
    ]:
        check(f"names of {line}", json.loads(job.renamed(line, names)), expected)
    check("names of no JSON", job.renamed("{no", names), "{no")
    for lines, expected in [
        (["a", "", "b"], ["answer a", "answer b"]), ([], []),
        (["a", "once", "b"], ["answer a", "answer once", "answer b"]),
        (["a", "crash", "b", "crash"], ["answer a", "crashed", "answer b", "crashed"]),
        (["a", "sleep", "b"], ["answer a", "crashed", "answer b"]),
    ]:
        check(f"a worker over {lines}", answers_of_unstable(lines), expected)
    try:
        code = list(job.analysed(iter(["a"]), [sys.executable, "-c", "raise SystemExit(2)"], {}))
    except job.JobError as error:
        code = "exit code 2" in str(error)
    check("a worker that does not start ends the task", code)


def answers_of_unstable(lines):
    with tempfile.TemporaryDirectory() as work:
        # What follows the script is its own, so that further options do not matter.
        command = [sys.executable, "-c", UNSTABLE, os.path.join(work, "mark")]
        answers = job.analysed(iter(lines), command, {}, patience=3)
        return [json.loads(a)["failed"]["code"] if a.startswith("{") else a for a in answers]


# --- The job beside the program -------------------------------------------------------------------

class Bench:
    """A folder to work in, the program, and the bundle made of it."""

    def __init__(self, entente, folder):
        self.entente, self.folder = os.path.abspath(entente), folder
        job.pack(self.entente, self.path("bundle.tar.gz"))

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *arguments, standard_input=None):
        return subprocess.run(
            [self.entente, *arguments, "--no-project", "--quiet"], stdin=standard_input, check=False,
            stdout=subprocess.PIPE)

    def submit(self, master, *arguments, conf=()):
        """Starts the job; what it says goes to job.log."""
        settings = ["spark.sql.shuffle.partitions=8", "spark.ui.enabled=false", *conf]
        words = [word for setting in settings for word in ("--conf", setting)]
        with open(self.path("job.log"), "w") as log:
            return subprocess.Popen(
                [spark_submit(), "--master", master, *words, os.path.join(HERE, "entente_spark.py"),
                 "run", "--bundle", self.path("bundle.tar.gz"), *arguments],
                stderr=log, stdout=log, env={**os.environ, "PYSPARK_PYTHON": sys.executable})

    def log(self):
        with open(self.path("job.log")) as log:
            return log.read()

    def same(self, what, left, right):
        with open(self.path(left), "rb") as one, open(self.path(right), "rb") as other:
            check(what, one.read() == other.read())


def spark_submit():
    import pyspark
    return os.path.join(os.path.dirname(pyspark.__file__), "bin", "spark-submit")


def check_killed_executor(bench, articles):
    """A folder of articles, copies and odd files; an executor is killed halfway."""
    count = prepare_folder(articles, bench.path("news"))
    local = bench.run("build", bench.path("news"), "-o", bench.path("local.jsonl"),
                      "-o", bench.path("local.graphml"))
    check("the program fails at the empty article", local.returncode, 1)
    outputs = ["--export", bench.path("spark.jsonl"), "--export", bench.path("spark.graphml")]
    process = bench.submit(
        TWO_EXECUTORS, bench.path("news"), "-o", bench.path("out"),
        "--partition", str(max(10, count // 20)), *outputs)
    family = kill_executor(process.pid, bench.path("out/analyses"))
    check("the job fails at the empty article alone", process.wait(), 1)
    check("an executor was killed at work, a part being done", len(family) > 0)
    check("Spark lost it", "Lost executor" in bench.log())
    check("nothing of it is left behind", left_of(family), [])
    bench.same(f"the graph of {count} articles is the same", "local.jsonl", "spark.jsonl")
    bench.same("so is its GraphML", "local.graphml", "spark.graphml")


def prepare_folder(articles, folder):
    """The articles, of every tenth a copy with another ending, and files that are not plain UTF-8."""
    os.makedirs(os.path.join(folder, "copies"))
    names = sorted(name for name in os.listdir(articles) if name.endswith(".txt"))
    for number, name in enumerate(names):
        shutil.copy(os.path.join(articles, name), folder)
        if number % 10 == 0:
            with open(os.path.join(articles, name), encoding="utf-8") as file:
                text = file.read()
            with open(os.path.join(folder, "copies", "b-" + name), "w", encoding="utf-8") as file:
                file.write(text + "\nNorway criticised Sweden on Friday.\n")
    for name, content in [
        ("latin.txt", "The café of José in Peru.\n\nSpain sued Perú.".encode("cp1252")),
        ("marked 2021-03-04.txt", "\ufeffIran supplied fuel to Lebanon.\n".encode("utf-16")),
        ("empty.txt", b"\n"),
    ]:
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
    return len(names) + len(names[::10]) + 3


def kill_executor(parent, analyses):
    """Kills the Java machine of an executor that has a worker, once some partition is done; returns the
    processes that it had started."""
    while running(parent):
        time.sleep(0.05)
        if not glob.glob(os.path.join(analyses, "_temporary", "*", "task_*")):
            continue
        for pid in descendants(parent):
            if "CoarseGrainedExecutorBackend" not in command_line(pid):
                continue
            family = descendants(pid)
            if any("entente worker " in command_line(child) for child in family):
                os.kill(pid, signal.SIGKILL)
                return family
    return []


def descendants(parent):
    children = {}
    for name in os.listdir("/proc"):
        with contextlib.suppress(OSError, ValueError):
            with open(f"/proc/{int(name)}/stat") as file:
                above = int(file.read().rpartition(")")[2].split()[1])
            children.setdefault(above, []).append(int(name))
    found = list(children.get(parent, []))
    for pid in found:
        found += children.get(pid, [])
    return found


def command_line(pid):
    with contextlib.suppress(OSError), open(f"/proc/{pid}/cmdline", "rb") as file:
        return file.read().replace(b"\0", b" ").decode("utf-8", "replace")
    return ""


def running(pid):
    with contextlib.suppress(OSError), open(f"/proc/{pid}/stat") as file:
        return file.read().rpartition(")")[2].split()[0] != "Z"
    return False


def left_of(processes):
    """Those of `processes` that are still there some moments later."""
    for _ in range(100):
        left = [pid for pid in processes if running(pid)]
        if not left:
            break
        time.sleep(0.1)
    return left


def check_records(bench, articles):
    """JSON lines with names of their own and bad lines; then Parquet, added to what there is."""
    names = sorted(name for name in os.listdir(articles) if name.endswith(".txt"))[:40]
    records = [record(articles, name, number) for number, name in enumerate(names)]
    bad = ["{no json", '{"id":"no-text"}', "", '{"id":"blank","text":" "}']
    theirs = [json.dumps({"key" if n == "id" else "body" if n == "text" else n: v for n, v in r.items()})
              for r in records[:25]]
    write_lines(bench.path("first.jsonl"), theirs[:10] + bad + theirs[10:])
    write_lines(bench.path("all.jsonl"), [json.dumps(r) for r in records] + bad)
    write_parquet(bench.path("second.parquet"), records[20:])
    with open(bench.path("all.jsonl"), "rb") as lines, open(bench.path("answers.jsonl"), "wb") as file:
        file.write(bench.run("worker", standard_input=lines).stdout)
    bench.run("merge", bench.path("answers.jsonl"), "-o", bench.path("whole.jsonl"))
    first = bench.submit("local[2]", bench.path("first.jsonl"), "-o", bench.path("one"), "--partition", "7",
                         "--map", "id=key,text=body", "--compression", "gzip")
    check("bad lines make exit code 1", first.wait(), 1)
    check("they are counted", "25 articles, 0 skipped, 3 failed" in bench.log())
    second = bench.submit(
        "local[2]", bench.path("second.parquet"), "-o", bench.path("two"), "--analyses",
        bench.path("one/analyses"), "--export", bench.path("both.jsonl"))
    check("failures of the earlier run are told again", second.wait(), 1)
    bench.same("JSON lines, then Parquet with some of them again: the whole", "whole.jsonl", "both.jsonl")
    again = bench.submit("local[2]", bench.path("second.parquet"), "-o", bench.path("two"))
    check("an output that exists is refused", (again.wait(), "is there already" in bench.log()), (2, True))


def record(articles, name, number):
    with open(os.path.join(articles, name), encoding="utf-8") as file:
        return {"id": name, "text": file.read(), "date": f"2021-{number % 12 + 1:02}-05",
                "source": "Agency", "desk": "a" if number % 2 else "b"}


def write_lines(path, lines):
    with open(path, "w", encoding="utf-8") as file:
        file.write("".join(line + "\n" for line in lines))


def write_parquet(path, records):
    """In a process of its own, so that this one holds no Java machine."""
    script = ("import sys, json; from pyspark.sql import SparkSession; "
              "spark = SparkSession.builder.master('local[1]').getOrCreate(); "
              "spark.createDataFrame([json.loads(line) for line in sys.stdin])"
              ".write.parquet(sys.argv[1])")
    subprocess.run([sys.executable, "-c", script, path], check=True, capture_output=True,
                   input="\n".join(map(json.dumps, records)).encode())


# --- What Spark costs -----------------------------------------------------------------------------

def measure(bench, articles, size, rounds):
    """Workers by themselves and under Spark over the same partitions, all cores busy in both."""
    cores = os.cpu_count()
    names = sorted(name for name in os.listdir(articles) if name.endswith(".txt"))
    names = names[:2 * cores * size]
    if len(names) < 2 * cores * size:
        sys.exit(f"check_spark: --measure takes {2 * cores * size} articles, there are {len(names)}")
    lines = [json.dumps(record(articles, name, 0)) for name in names]
    parts = [lines[start:start + size] for start in range(0, len(lines), size)]
    for number, part in enumerate(parts):
        write_lines(bench.path(f"part-{number}.jsonl"), part)
    write_lines(bench.path("all.jsonl"), lines)
    table = []
    for number in range(rounds):
        alone = workers_alone(bench, len(parts), cores)
        table.append((alone, *under_spark(bench, cores, size, number)))
        print("workers alone {:.1f} s; Spark's stage {:.1f} s, whole job {:.1f} s; overhead of the stage "
              "{:.1f} %".format(*table[-1], 100 * (table[-1][1] / alone - 1)))
    median = [statistics.median(column) for column in zip(*table)]
    print(f"{len(parts)} partitions of {size} articles on {cores} cores, median of {rounds} rounds: "
          f"{1000 * cores * median[0] / len(lines):.1f} ms of a core an article by workers alone, "
          f"overhead {100 * (median[1] / median[0] - 1):.1f} %")


def workers_alone(bench, parts, cores):
    began = time.monotonic()
    shell = " && ".join('"$0" worker --no-project --quiet --jobs 1 < "$%d" > /dev/null' % (place + 1)
                        for place in range(parts // cores))
    processes = [
        subprocess.Popen(["sh", "-c", shell, bench.entente,
                          *(bench.path(f"part-{n}.jsonl") for n in range(core, parts, cores))])
        for core in range(cores)]
    check("workers alone", [process.wait() for process in processes], [0] * cores)
    return time.monotonic() - began


def under_spark(bench, cores, size, number):
    """Seconds of the stage that analyses, and of all."""
    events, output = bench.path(f"events-{number}"), bench.path(f"measured-{number}")
    os.makedirs(events)
    began = time.monotonic()
    process = bench.submit(
        f"local[{cores}]", bench.path("all.jsonl"), "-o", output, "--partition", str(size),
        conf=["spark.eventLog.enabled=true", f"spark.eventLog.dir=file://{events}",
              "spark.eventLog.rolling.enabled=false", "spark.eventLog.compress=false"])
    check("the job", process.wait(), 0)
    spent = time.monotonic() - began
    stages = []
    for path in glob.glob(os.path.join(events, "*")):
        with open(path) as file:
            infos = [json.loads(line)["Stage Info"] for line in file if "ListenerStageCompleted" in line]
        stages += [i["Completion Time"] - i["Submission Time"] for i in infos]
    shutil.rmtree(output)
    return max(stages) / 1000, spent


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--entente", required=True, metavar="BINARY")
    parser.add_argument("--articles", required=True, metavar="FOLDER")
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--partition", type=int, default=1000, help="of --measure")
    parser.add_argument("--rounds", type=int, default=3, help="of --measure")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="entente-spark-") as folder:
        bench = Bench(options.entente, folder)
        if options.measure:
            measure(bench, options.articles, options.partition, options.rounds)
        else:
            check_parts()
            check_records(bench, options.articles)
            check_killed_executor(bench, options.articles)
        if failures:
            print(bench.log()[-5000:])
            print(f"check_spark: {len(failures)} checks failed: {'; '.join(failures)}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
