"""Entente on Apache Spark: articles in, tables of nodes and edges and graph files out.

    python entente_spark.py pack --entente BINARY -o entente.tar.gz
    spark-submit entente_spark.py run ARTICLES --bundle entente.tar.gz -o OUTPUT --export graph.graphml

`pack` puts the program, its tables and models into one file; it needs no Spark. `run` ships that file to
the executors and pipes each partition of articles through `entente worker` there. What the workers say
is kept in OUTPUT/analyses; nodes and edges are added up from it with DataFrames, by the rules of
`entente build`, so that both give the same graph. README.md tells the rest.

Needs Python 3.9 and Spark 3.5 or later and nothing else.
"""

import argparse
import collections
import gzip
import json
import math
import os
import resource
import subprocess
import sys
import tarfile
import tempfile
import threading
import time

try:
    from pyspark import SparkFiles
    from pyspark.sql import SparkSession, Window, functions as F
except ImportError:  # `pack` goes without.
    SparkSession = None

BUNDLE = "entente"  # the folder that the bundle becomes on every machine


class JobError(Exception):
    """The job cannot go on; the message says why and what to do."""


# --- The bundle: one file with everything a worker needs ------------------------------------------

# Every Linux has these, and they must be of one make: the C library and its parts.
SYSTEM_LIBRARIES = ("linux-vdso", "ld-linux", "libc.", "libm.", "libdl.", "libpthread.", "librt.")


def pack(entente, output, data=None, gazetteers=()):
    """Writes the program, the libraries it is linked to, models and tables into `output`, a .tar.gz."""
    where = ["--data", data] if data else []
    paths = dict(
        line.split(None, 1) for line in said([entente, "paths", "--no-project", *where]).splitlines())
    with tempfile.TemporaryDirectory() as work:
        tables = os.path.join(work, "tables.pack")
        own = [word for folder in gazetteers for word in ("--gazetteers", folder)]
        said([entente, "gazetteer", "compile", "--no-project", "--quiet", *where, *own, "-o", tables])
        files = {"bin/entente": os.path.realpath(entente), "tables.pack": tables}
        for library in linked_libraries(entente):
            files["lib/" + os.path.basename(library)] = os.path.realpath(library)
        models = os.path.dirname(paths["model"])
        for model in filter(lambda name: name.endswith(".entente"), os.listdir(models)):
            files["share/entente/Models/" + model] = os.path.join(models, model)
        write_bundle(files, output + ".part")
        os.replace(output + ".part", output)


def write_bundle(files, output):
    with open(output, "wb") as raw, gzip.GzipFile("", "wb", 3, raw, mtime=0) as packed:
        with tarfile.open(fileobj=packed, mode="w") as bundle:
            for name, path in sorted(files.items()):
                bundle.add(path, name, filter=anonymous)
            # Tables come compiled; the folder tells the program that this is its data.
            folder = tarfile.TarInfo("share/entente/Gazetteers")
            folder.type, folder.mode = tarfile.DIRTYPE, 0o755
            bundle.addfile(anonymous(folder))


def said(command, **options):
    """The standard output of `command`; what went wrong is what it said itself."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, **options)
    except OSError as error:
        raise JobError(f"cannot run {command[0]}: {error.strerror}") from None
    if done.returncode != 0:
        raise JobError(f"{' '.join(command[:2])} failed: {done.stderr.strip()}")
    return done.stdout


def linked_libraries(program):
    """The paths of the shared libraries that `program` loads, but for the system's own."""
    for line in said(["ldd", program]).splitlines():
        name, _, target = line.strip().partition(" => ")
        if name.startswith(SYSTEM_LIBRARIES) or not target:
            continue
        if target.startswith("not found"):
            raise JobError(f"{program} needs {name}, which is not on this machine")
        yield target.split(" (")[0]


def anonymous(entry):
    """Without names, numbers and times of this machine: the same inputs make the same bundle."""
    entry.uid = entry.gid = entry.mtime = 0
    entry.uname = entry.gname = ""
    return entry


# --- Reading: whatever form articles have, as lines for the worker --------------------------------

def article_lines(spark, path, options):
    """An RDD of article lines, as `entente worker` reads them, in partitions of equal size; and the
    lines of files that were not read."""
    form = options.format or form_of(path)
    if form == "text":
        frame, refused = text_files(spark, path, options)
    else:
        frame, refused = records(spark, path, form), []
    articles = frame.count()
    frame = frame.repartition(max(1, math.ceil(articles / options.partition)))
    names = field_map(options.map)
    if form == "text":
        root = qualified(spark, path)
        return frame.rdd.map(lambda row: file_line(row.path, bytes(row.content), root)), refused
    return frame.rdd.map(lambda row: renamed(row.value, names) if names else row.value), refused


def form_of(path):
    """By the name: a folder of text files unless it says otherwise."""
    name = path.rstrip("/").lower()
    for ending, form in ((".parquet", "parquet"), (".jsonl", "jsonl"), (".jsonl.gz", "jsonl")):
        if name.endswith(ending):
            return form
    return "text"


def text_files(spark, path, options):
    limit = options.max_size * 1_000_000
    # Articles are small: some two thousand files a task, instead of Spark's thirty.
    spark.conf.set("spark.sql.files.openCostInBytes", 65536)
    files = (
        spark.read.format("binaryFile").option("recursiveFileLookup", "true")
        .option("pathGlobFilter", options.glob).load(path))
    root = qualified(spark, path)
    long = files.where(F.col("length") > limit).select("path", "length").collect()
    refused = [
        failure("too-long", file_id(row.path, root), f"{row.length} bytes are more than {limit}")
        for row in sorted(long)]
    return files.where(F.col("length") <= limit).select("path", "content"), refused


def records(spark, path, form):
    """One column, `value`: an article as JSON. Lines are not parsed here: what is wrong with one, the
    worker says."""
    if form == "jsonl":
        return spark.read.option("lineSep", "\n").text(path)
    frame = spark.read.parquet(path)
    return frame.select(F.to_json(F.struct(*frame.columns)).alias("value"))


def qualified(spark, path):
    """The folder as Spark names it, with its file system."""
    path = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(path)
    files = path.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())
    return files.makeQualified(path).toString()


def file_id(path, root):
    """The path within the folder: what `entente build` calls the article."""
    return path[len(root):].lstrip("/") or path.rsplit("/", 1)[-1]


def file_line(path, content, root):
    return json.dumps({"id": file_id(path, root), "text": decoded(content)}, ensure_ascii=False)


def decoded(content):
    """By the byte-order mark; else UTF-8, and what is not UTF-8 is Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def field_map(text):
    """`text=body,date=published` as {"body": "text", "published": "date"}."""
    pairs = [pair.partition("=") for pair in text.split(",")] if text else []
    if any(not ours or not theirs for ours, _, theirs in pairs):
        raise JobError(f'--map takes names such as text=body,date=published, not "{text}"')
    return {theirs.strip(): ours.strip() for ours, _, theirs in pairs}


def renamed(line, names):
    """The line with our names for its members; one that is no object stays, for the worker to refuse."""
    try:
        article = json.loads(line)
    except ValueError:
        return line
    if not isinstance(article, dict):
        return line
    taken = {ours for theirs, ours in names.items() if theirs in article}
    return json.dumps(
        {names.get(name, name): value for name, value in article.items()
         if name in names or name not in taken}, ensure_ascii=False)


# --- Analysing: a partition through the worker ----------------------------------------------------

def analysed(lines, command, environment, patience=None):
    """Yields the worker's answer to each of `lines`, in order; blank lines have none.

    A worker that crashes, or says nothing for `patience` seconds, is started anew with the lines it has
    not answered. One that does so again at the same line gives that line up. A worker that refuses to
    start ends the task.
    """
    source = (line for line in lines if line.strip())
    waiting = collections.deque()
    suspect = None
    while True:
        code, complaint = yield from conversation(source, waiting, command, environment, patience)
        if code == 0 and not waiting:
            return
        if code >= 0:
            raise JobError(f"entente worker stopped with exit code {code}: {complaint}")
        command = [*command, "--jobs", "1"]  # so that the first unanswered line is the one it died at
        if waiting and waiting[0] is suspect:
            yield failure("crashed", line_id(suspect), "the worker was lost twice at this article")
            waiting.popleft()
        suspect = waiting[0] if waiting else None


def conversation(source, waiting, command, environment, patience):
    """Runs one worker over `waiting` and then `source`; what it has not answered is left in `waiting`.
    Returns its exit code and the end of what it said on standard error."""
    troubles, heard = [], [time.monotonic()]

    def watch(worker):
        while worker.poll() is None:
            if not waiting:
                heard[0] = time.monotonic()
            elif time.monotonic() - heard[0] > patience:
                worker.kill()
            time.sleep(min(1, patience / 4))

    def feed(pipe, again):
        try:
            for line in again:
                pipe.write(line.encode("utf-8", "replace") + b"\n")
            for line in source:
                waiting.append(line)
                pipe.write(line.encode("utf-8", "replace") + b"\n")
        except BrokenPipeError:
            pass  # It died; its exit code tells.
        except Exception as error:  # Of Spark: reading the partition.
            troubles.append(error)
        finally:
            try:
                pipe.close()
            except BrokenPipeError:
                pass

    with tempfile.TemporaryFile() as complaints:
        worker = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints,
            env={**os.environ, **environment})
        feeder = threading.Thread(target=feed, args=(worker.stdin, list(waiting)), daemon=True)
        feeder.start()
        if patience:
            threading.Thread(target=watch, args=(worker,), daemon=True).start()
        try:
            for answer in worker.stdout:
                heard[0] = time.monotonic()
                if not answer.endswith(b"\n"):
                    break  # Cut off in the middle of dying.
                yield findable(answer.decode("utf-8").rstrip("\n"), waiting.popleft())
            feeder.join()
        finally:
            worker.stdout.close()
            code = worker.wait()
        complaints.seek(0)
        if troubles:
            raise troubles[0]
        return code, complaints.read()[-2000:].decode("utf-8", "replace").strip()


def findable(answer, line):
    """A failure without an id names its line by how it begins: line numbers mean nothing here."""
    if not answer.startswith('{"failed"'):
        return answer
    failed = json.loads(answer)["failed"]
    return failure(
        failed["code"], failed.get("id"), failed["message"], None if failed.get("id") else line[:80])


def failure(code, article, message, beginning=None):
    members = {"code": code, "id": article, "message": message, "input": beginning}
    return json.dumps(
        {"failed": {name: value for name, value in members.items() if value is not None}},
        ensure_ascii=False, separators=(",", ":"))


def line_id(line):
    try:
        return str(json.loads(line)["id"])
    except (ValueError, KeyError, TypeError):
        return None


def worker_command(root, jobs, options):
    command = [
        os.path.join(root, "bin", "entente"), "worker", "--no-project", "--quiet",
        "--compiled", os.path.join(root, "tables.pack"), "--max-size", str(options.max_size),
        "--time-limit", str(options.time_limit)]
    return command + ["--jobs", str(jobs)] + (["--names-only"] if options.names_only else [])


def bundle_folder():
    """Where Spark has unpacked the bundle on this machine."""
    return os.path.abspath(os.path.join(SparkFiles.getRootDirectory(), BUNDLE))


def bundle_environment(root):
    return {
        "ENTENTE_DATA": os.path.join(root, "share", "entente"), "ENTENTE_CACHE": "off",
        "LD_LIBRARY_PATH": os.path.join(root, "lib")}


class Clock:
    """Adds up what the workers of all tasks took, for the summary."""

    def __init__(self, context):
        self.tasks, self.workers = context.accumulator(0.0), context.accumulator(0.0)

    def timing(self, answers):
        began, spent = time.monotonic(), children_seconds()
        yield from answers
        self.tasks.add(time.monotonic() - began)
        self.workers.add(children_seconds() - spent)


def children_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def analyse(spark, options, output):
    """Writes an answer for every article to `output` and returns the clock."""
    context = spark.sparkContext
    jobs = int(context.getConf().get("spark.task.cpus", "1"))
    clock = Clock(context)

    def partition(lines):
        root = bundle_folder()
        command = worker_command(root, jobs, options)
        # The worker gives articles up by itself; this is for one that cannot any more.
        patience = 2 * options.time_limit + 60 if options.time_limit else None
        return clock.timing(analysed(lines, command, bundle_environment(root), patience))

    answers = None
    for path in options.articles:
        lines, refused = article_lines(spark, path, options)
        lines = lines.mapPartitions(partition)
        if refused:
            lines = lines.union(context.parallelize(refused, 1))
        answers = lines if answers is None else answers.union(lines)
    codec = {"gzip": "org.apache.hadoop.io.compress.GzipCodec", "none": None}[options.compression]
    answers.saveAsTextFile(output, compressionCodecClass=codec)
    return clock


# --- Adding up: the rules of GraphBuilder, as DataFrames ------------------------------------------

TEXTS, PAIRS, SPAN = "ARRAY<STRING>", "MAP<STRING, STRING>", "ARRAY<INT>"
GAP = "STRUCT<code STRING, id STRING, message STRING, input STRING>"
ANSWER = f"""
  analysis STRUCT<
    version INT,
    article STRUCT<id STRING, content_hash STRING, title STRING, date STRING, date_source STRING,
      source STRING, url STRING, attributes {PAIRS}>,
    entities ARRAY<STRUCT<node STRING, name STRING, type STRING, subtype STRING, aliases {TEXTS},
      roles {TEXTS}, ids {PAIRS}, attributes {PAIRS}, found_by {TEXTS}, candidates {TEXTS},
      mentions BIGINT>>,
    relations ARRAY<STRUCT<source INT, target INT, relation STRING, lemma STRING, category STRING,
      mode STRING, cameo STRING, goldstein DOUBLE, symmetric BOOLEAN, polarity STRING,
      modality STRING, tense STRING, attribution ARRAY<STRUCT<words STRING, entity INT>>,
      theme STRING, via STRING, date STRING, date_source STRING, grade STRING, sentence INT,
      sentence_span {SPAN}, trigger_span {SPAN}, source_span {SPAN}, target_span {SPAN}>>,
    sentences ARRAY<STRUCT<`index` INT, text STRING>>,
    sketch STRING>,
  skipped {GAP}, failed {GAP}"""
VERSION = 1  # of the analyses that this module understands
EDGE = ["source", "target", "relation", "polarity", "modality"]


def answers_in(spark, paths):
    """The workers' lines, parsed; a line that is none ends the job."""
    lines = spark.read.option("lineSep", "\n").text(paths)
    parsed = F.from_json("value", ANSWER, {"mode": "FAILFAST"}).alias("answer")
    return lines.select("value", parsed).select("value", "answer.*")


def settled(answers):
    """One row an article: what several workers say alike counts once, and different texts of one id get
    the hash of their text behind it."""
    rows = answers.where("analysis IS NOT NULL").select("value", "analysis.*")
    rows = rows.withColumn("id", F.col("article.id"))
    repeated = rows.groupBy("id").count().where("count > 1").select("id")
    again = rows.join(repeated, "id", "left_semi").dropDuplicates(["value"])
    again = again.withColumn("texts", F.count("*").over(Window.partitionBy("id"))).withColumn(
        "id", F.expr("if(texts > 1, concat(id, '~', article.content_hash), id)"))
    rows = rows.join(repeated, "id", "left_anti").unionByName(again.drop("texts"))
    return rows.drop("value")


def day(column):
    """Sorts dates known to the year, the month or the day: by the first day, then by the last."""
    return F.expr(
        f"if({column} IS NULL, NULL, struct("
        f"concat({column}, substring('-01-01', length({column}) - 3)) AS first,"
        f"concat({column}, substring('-12-31', length({column}) - 3)) AS last, {column} AS date))")


def article_table(rows, groups):
    """The articles, each with the group of copies it is in among its attributes."""
    table = rows.select(
        "id", "article.content_hash", "article.title", "article.date", "article.date_source",
        "article.source", "article.url",
        F.expr("coalesce(article.attributes, map())").alias("attributes"))
    if groups is None:
        return table
    return table.join(groups, "id", "left").withColumn(
        "attributes",
        F.expr("if(copies IS NULL, attributes, map_concat(attributes, map('copies', copies)))")
    ).drop("copies")


def copy_groups(rows, threshold):
    """`id` and `copies`, the group, of the articles that are copies of one story.

    As `CopyFinder` does it: sketches that agree in a band of three of their 128 values are compared;
    pairs that are alike are joined, and what is joined with one another is a group, named by its first
    article.
    """
    texts = rows.where("sketch IS NOT NULL").select(
        "id", "sketch", "article.source", "article.date", "article.attributes").where(
        "attributes IS NULL OR NOT map_contains_key(attributes, 'copies')").drop("attributes")
    # Of articles alike in all that is compared, one stands for all.
    texts = texts.withColumn(
        "leader", F.min("id").over(Window.partitionBy("sketch", "source", "date"))).persist()
    leaders = texts.where("id = leader").drop("leader")
    buckets = leaders.select(
        "id", F.expr("explode(transform(sequence(0, 41), b -> struct(b, "
                     "substring(sketch, 12 * b + 1, 12) AS bin)))").alias("band"))
    buckets = buckets.groupBy("band").agg(F.collect_list("id").alias("ids")).where("size(ids) > 1")
    left = buckets.select("ids", F.explode("ids").alias("one"))
    pairs = left.select("one", F.explode("ids").alias("other")).where("one < other").distinct()
    pairs = pairs.join(named(leaders, "one"), "one").join(named(leaders, "other"), "other")
    pairs = pairs.where(F.expr(f"""
      shared >= {threshold} OR (shared >= {threshold * 0.6!r} AND one_source = other_source
        AND length(one_date) = 10 AND length(other_date) = 10
        AND abs(datediff(one_date, other_date)) <= 2)""".replace("shared", """
      size(filter(sequence(0, 127), i ->
        substring(one_sketch, 4 * i + 1, 4) = substring(other_sketch, 4 * i + 1, 4))) / 128D""")))
    label = connected(leaders.select("id"), pairs.select("one", "other"))
    groups = texts.join(label.withColumnRenamed("id", "leader"), "leader")
    groups = groups.withColumn("day", day("date"))
    of_label = Window.partitionBy("label")
    return groups.withColumn("members", F.count("*").over(of_label)).withColumn(
        "copies", F.min(F.struct(F.col("day").isNull(), "day", "id")).over(of_label)["id"]
    ).where("members > 1").select("id", "copies")


def named(frame, prefix):
    """The columns of `frame` with `prefix` before them; its `id` is the prefix itself."""
    return frame.select(
        *[F.col(name).alias(prefix if name == "id" else f"{prefix}_{name}") for name in frame.columns])


def connected(ids, pairs):
    """`id` and `label`, the smallest id that it is joined with, however many steps away."""
    edges = pairs.union(pairs.select("other", "one")).toDF("id", "near").persist()
    labels = ids.withColumn("label", F.col("id")).persist()
    while True:
        near = edges.join(labels.toDF("near", "next"), "near").groupBy("id").agg(
            F.min("next").alias("next"))
        closer = labels.join(near, "id", "left").select(
            "id", "label", F.expr("least(label, next)").alias("next"))
        # What the neighbour's label has come to by now saves half of the steps.
        jumped = closer.join(labels.toDF("next", "further"), "next").select(
            "id", "label", F.least("next", "further").alias("next")).persist()
        moved = jumped.where("next < label").count()
        labels = jumped.select("id", F.col("next").alias("label"))
        if moved == 0:
            return labels


def node_table(rows):
    """Nodes as `NodeTable` makes them.

    Everything an entity says of its node becomes a fact: kind, key, value, and where it stands. Facts are
    counted first and then gathered by node, so that no node is too large for one machine.
    """
    entities = rows.select("id", day("article.date").alias("seen"), F.posexplode("entities"))
    entities = entities.select("id", "seen", F.col("pos").alias("place"), "col.*")

    def each(kind, column):
        return (f"transform(coalesce({column}, array()), (x, i) -> "
                f"struct('{kind}' AS kind, x AS key, CAST(NULL AS STRING) AS value, i AS at))")

    def pairs(kind, column):
        return (f"transform(map_entries(coalesce({column}, map())), x -> "
                f"struct('{kind}' AS kind, x.key AS key, x.value AS value, 0 AS at))")

    facts = entities.select(
        "id", "seen", "place", "node", "mentions", F.explode(F.concat(*map(F.expr, [
            each("name", "array(name)"), each("type", "array(type)"), each("subtype", "array(subtype)"),
            each("alias", "aliases"), each("role", "roles"), each("found", "found_by"),
            each("candidate", "candidates"), pairs("id", "ids"), pairs("attribute", "attributes")]))
        ).alias("fact"))
    facts = facts.where("fact.key IS NOT NULL").groupBy("node", "fact.kind", "fact.key").agg(
        F.sum("mentions").alias("mentions"), F.count("*").alias("entities"),
        F.min(F.struct("id", "place", "fact.at", "fact.value")).alias("first"),
        F.min("seen").alias("first_seen"), F.max("seen").alias("last_seen"))

    def pick(kind, *order):
        return F.expr(f"min(if(kind = '{kind}', struct({', '.join(order)}, key), NULL)).key")

    nodes = facts.groupBy(F.col("node").alias("id")).agg(
        pick("name", "-mentions", "-octet_length(key)").alias("label"),
        pick("type", "-mentions").alias("commonest"),
        F.expr("bool_or(kind = 'type' AND key = 'official')").alias("is_official"),
        pick("subtype", "first").alias("subtype"),
        gathered("alias").alias("aliases"), gathered("role", "first").alias("roles"),
        collected("id").alias("ids"), gathered("found").alias("found_by"),
        gathered("candidate", "first").alias("candidates"),
        F.min("first_seen")["date"].alias("first_seen"), F.max("last_seen")["date"].alias("last_seen"),
        F.expr("sum(if(kind = 'type', mentions, 0))").alias("mentions"),
        F.expr("sum(if(kind = 'type', entities, 0))").alias("articles"),
        collected("attribute").alias("attributes"))
    former = "filter(split(try_element_at(attributes, 'former_ids'), ' '), x -> x != '')"
    return nodes.select(
        "id", "label",
        F.expr("if(commonest = 'person' AND is_official, 'official', commonest)").alias("type"),
        "subtype", "aliases", "roles", "ids", F.expr("try_element_at(ids, 'iso3')").alias("iso3"),
        F.expr("try_element_at(ids, 'wd')").alias("qid"), F.expr(former).alias("former_ids"),
        "found_by", "candidates", "first_seen", "last_seen", "mentions", "articles",
        F.expr("map_filter(attributes, (k, v) -> k != 'former_ids')").alias("attributes"))


def gathered(kind, *order):
    """The keys of the facts of a kind, in that order, else in byte order."""
    fields = ", ".join([*order, "key"])
    return F.expr(
        f"transform(array_sort(collect_list(if(kind = '{kind}', struct({fields}), NULL))), x -> x.key)")


def collected(kind):
    """The facts of a kind as a map from their keys to what was said first."""
    return F.expr(
        "map_from_entries(array_sort(collect_list("
        f"if(kind = '{kind}', struct(key, first.value AS value), NULL))))")


def evidence_table(rows):
    """One row a relation: the edge it belongs to, what it adds to it, and where it stands."""
    found = rows.select("id", "entities", "sentences", F.posexplode("relations").alias("place", "r"))
    found = found.withColumn("one", F.expr("entities[r.source].node")).withColumn(
        "other", F.expr("entities[r.target].node"))
    # A symmetric relation is written once, from the smaller id to the larger.
    found = found.withColumn("swaps", F.expr("r.symmetric AND other < one"))
    return found.where("one != other").select(
        F.expr("if(swaps, other, one)").alias("source"), F.expr("if(swaps, one, other)").alias("target"),
        "r.relation", "r.polarity", "r.modality",
        F.col("id").alias("article"), "place", "r.lemma", "r.category", "r.mode", "r.cameo",
        "r.goldstein", "r.symmetric", "r.date", "r.date_source", "r.grade", "r.tense",
        F.expr("transform(coalesce(r.attribution, array()), "
               "x -> if(x.entity IS NULL, x.words, entities[x.entity].name))").alias("speakers"),
        "r.via", "r.theme",
        F.expr("coalesce(get(filter(sentences, s -> s.index = r.sentence), 0).text, '')").alias("quote"),
        "r.sentence", "r.sentence_span", "r.trigger_span", "r.source_span", "r.target_span")


def edge_table(evidence, articles):
    """Edges as `EdgeTable` and `Edge.addUp` make them: facts first, as for nodes.

    Every relation has one story, its article or the group of copies that is in: to sum over the stories
    is to sum over the relations.
    """
    story = articles.select(
        F.col("id").alias("article"),
        F.expr("coalesce('copies ' || try_element_at(attributes, 'copies'), 'article ' || id)")
        .alias("story"))
    facts = evidence.join(story, "article").select(
        *EDGE, "article", "place", "grade", "date_source", "category", "mode", "cameo", "goldstein",
        "symmetric", "speakers", day("date").alias("day"), reading_order().alias("order"),
        F.expr("""explode(concat(
          array(named_struct('kind', 'story', 'key', story), named_struct('kind', 'lemma', 'key', lemma),
            named_struct('kind', 'tense', 'key', tense), named_struct('kind', 'via', 'key', via),
            named_struct('kind', 'theme', 'key', theme)),
          transform(speakers, x -> named_struct('kind', 'speaker', 'key', x))))""").alias("fact"))
    facts = facts.where("fact.key IS NOT NULL").groupBy(*EDGE, "fact.kind", "fact.key").agg(
        F.count("*").alias("count"), F.min("order").alias("first"), F.min("grade").alias("grade"),
        F.min("day").alias("first_date"), F.max("day").alias("last_date"),
        F.max("date_source").alias("date_source"),  # "text" comes after "article"
        F.min(F.struct("article", "place", "category", "mode", "cameo", "goldstein", "symmetric"))
        .alias("predicate"),
        F.expr("bool_or(size(speakers) = 0)").alias("unattributed"))
    edges = facts.groupBy(*EDGE).agg(
        F.expr("min(if(kind = 'lemma', struct(-count, key), NULL)).key").alias("lemma"),
        F.min("predicate").alias("predicate"), F.min("grade").alias("grade"),
        F.expr("min(if(kind = 'tense', struct(-count, key), NULL)).key").alias("tense"),
        F.expr("bool_or(unattributed)").alias("unattributed"),
        F.expr("transform(array_sort(collect_list(if(kind = 'speaker', struct(-count AS n, key), NULL))), "
               "x -> struct(x.key AS name, -x.n AS count))").alias("speakers"),
        gathered("via", "first").alias("via"), gathered("theme", "first").alias("theme"),
        F.expr("CAST(count_if(kind = 'story') AS DOUBLE)").alias("weight"),
        F.expr("sum(if(kind = 'story', count, 0))").alias("count"),
        F.min("first_date")["date"].alias("first_date"), F.max("last_date")["date"].alias("last_date"),
        F.max("date_source").alias("date_source"))
    key, stance = F.concat_ws("\x1f", *EDGE), """concat_ws(', ',
      if(modality = 'asserted', NULL, modality), if(polarity = 'negated', 'not', NULL))"""
    return edges.select(
        F.udf(edge_id, useArrow=False)(key).alias("id"), *EDGE,
        F.expr(f"if({stance} = '', lemma, {stance} || ': ' || lemma)").alias("label"), "lemma",
        *["predicate." + name for name in ("category", "mode", "cameo", "goldstein", "symmetric")],
        "grade", "tense",
        F.expr("if(unattributed, CAST(array() AS ARRAY<STRING>), transform(speakers, x -> x.name))")
        .alias("attribution"),
        "speakers", "via", "theme", "weight", "count", "first_date", "last_date", "date_source")


def reading_order():
    """By article, sentence and spans; of spans that start together the longer comes first."""
    spans = ", ".join(
        f"array({name}[0], -{name}[1])" for name in ("trigger_span", "source_span", "target_span"))
    return F.expr(f"struct(article, sentence, {spans}, place)")


def edge_id(key):
    """`EdgeIDs` without collisions, which `merge` sees to: FNV-1a of 64 bits, mixed, in base 32."""
    ones = (1 << 64) - 1
    value = 0xCBF29CE484222325
    for byte in key.encode("utf-8"):
        value = (value ^ byte) * 0x100000001B3 & ones
    value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9 & ones
    value = (value ^ value >> 27) * 0x94D049BB133111EB & ones
    value ^= value >> 31
    return "e-" + "".join("0123456789abcdefghjkmnpqrstvwxyz"[value >> 60 - 5 * i & 31] for i in range(13))


# --- Writing ---------------------------------------------------------------------------------------

def aggregate(spark, options, analyses):
    """Writes the tables and returns how many articles there are of each kind."""
    answers = answers_in(spark, analyses)
    counts = answers.agg(
        F.max("analysis.version").alias("version"), F.count("skipped").alias("skipped"),
        F.count("failed").alias("failed")).first()
    if (counts.version or VERSION) > VERSION:
        raise JobError(
            f"the analyses are of version {counts.version}, this job knows {VERSION}: use the job that "
            "came with the program in the bundle")
    gap = "named_struct('kind', '{0}', 'gap', {0})"
    gaps = answers.select(F.expr(f"if(failed IS NULL, {gap.format('skipped')}, {gap.format('failed')})")
                          .alias("x")).where("x.gap IS NOT NULL").select("x.kind", "x.gap.*")
    write(gaps, options, "gaps")
    rows = settled(answers)
    groups = None if options.count_copies else copy_groups(rows, options.copy_threshold)
    articles = write(article_table(rows, groups), options, "articles")
    write(node_table(rows), options, "nodes")
    evidence = write(evidence_table(rows), options, "evidence")
    write(edge_table(evidence, articles), options, "edges")
    return counts


def write(table, options, name):
    """Writes a table and returns it as it is read back, so that nothing is computed twice."""
    path = f"{options.output}/{name}"
    table.write.parquet(path)
    return table.sparkSession.read.schema(table.schema).parquet(path)


def table_of(spark, options, name):
    return spark.read.parquet(f"{options.output}/{name}")


def graph_lines(spark, options):
    """The tables in the form that `entente merge` reads, JSON lines, the counts first."""
    nodes, edges = table_of(spark, options, "nodes"), table_of(spark, options, "edges")
    articles = table_of(spark, options, "articles")
    if options.min_weight > 0:
        edges = edges.where(F.col("weight") >= options.min_weight)
        ends = edges.select(F.col("source").alias("id")).union(edges.select("target")).distinct()
        nodes = nodes.join(ends, "id", "left_semi")
    if options.evidence == "none":
        articles = articles.limit(0)
    else:
        edges = edges.join(evidence_lists(table_of(spark, options, "evidence")), EDGE)
    parts = {"article": articles, "node": nodes, "edge": edges}
    counts = {name + "s": table.count() for name, table in parts.items()}
    yield json.dumps({"graph": {"version": 1, **counts}}, separators=(",", ":"))
    for name, table in parts.items():
        line = F.to_json(F.struct(F.struct(*table.columns).alias(name))).alias("line")
        for row in table.select(line).toLocalIterator(prefetchPartitions=True):
            yield row.line


def evidence_lists(evidence):
    """All evidence of each edge, in reading order."""
    piece = F.struct(
        "article", "date", "date_source", "grade", "tense", "speakers", "via", "theme", "quote",
        "sentence", "sentence_span", F.col("trigger_span").alias("trigger"),
        F.col("source_span").alias("source"), F.col("target_span").alias("target"))
    pieces = F.collect_list(F.struct(reading_order().alias("order"), piece.alias("piece")))
    return evidence.groupBy(*EDGE).agg(
        F.transform(F.array_sort(pieces), lambda x: x["piece"]).alias("evidence"))


def export(spark, options):
    """Hands the graph to `entente merge`, which writes the files."""
    root = bundle_folder()
    outputs = [word for path in options.export for word in ("-o", path)]
    with tempfile.TemporaryDirectory() as work:
        graph = os.path.join(work, "graph.jsonl")
        with open(graph, "w", encoding="utf-8", newline="\n") as file:
            for line in graph_lines(spark, options):
                file.write(line + "\n")
        said(
            [os.path.join(root, "bin", "entente"), "merge", graph, *outputs, "--no-project", "--quiet"],
            env={**os.environ, **bundle_environment(root)})


def run(options):
    if SparkSession is None:
        raise JobError("pyspark is missing: start the job with spark-submit, or pip install pyspark")
    if not options.articles and not options.analyses:
        raise JobError("nothing to read: name articles, or --analyses of an earlier run")
    spark = SparkSession.builder.appName("entente").getOrCreate()
    try:
        refuse_existing(spark, options.output)
        spark.sparkContext.addArchive(f"{options.bundle}#{BUNDLE}")
        analyses = list(options.analyses)
        if options.articles:
            analyses.append(f"{options.output}/analyses")
            clock = analyse(spark, options, analyses[-1])
            say(f"workers took {clock.workers.value:.1f} s of processor time, "
                f"their tasks {clock.tasks.value:.1f} s by the clock")
        counts = aggregate(spark, options, analyses)
        if options.export:
            export(spark, options)
        totals = {name: table_of(spark, options, name).count() for name in ("articles", "nodes", "edges")}
        say(f"{totals['articles']} articles, {counts.skipped} skipped, {counts.failed} failed: "
            f"{totals['nodes']} entities, {totals['edges']} edges")
        return 1 if counts.failed else 0
    finally:
        spark.stop()


def refuse_existing(spark, path):
    path = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(path)
    if path.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).exists(path):
        raise JobError(f"{path} is there already: name a new folder, or take that one away")


def say(message):
    print(f"entente_spark: {message}", file=sys.stderr)


def arguments():
    parser = argparse.ArgumentParser(description="Entente on Apache Spark.")
    commands = parser.add_subparsers(dest="command", required=True)
    pack = commands.add_parser("pack", help="put the program and its data into one file")
    pack.add_argument("--entente", required=True, metavar="BINARY")
    pack.add_argument("--data", metavar="DIR", help="the folder that holds Gazetteers and Models")
    pack.add_argument("--gazetteers", action="append", default=[], metavar="DIR",
                      help="further tables; may be repeated")
    pack.add_argument("-o", "--output", required=True, metavar="FILE.tar.gz")
    job = commands.add_parser("run", help="analyse articles and add up the graph")
    job.add_argument("articles", nargs="*",
                     help="a folder of text files, JSON lines (.jsonl) or Parquet (.parquet)")
    job.add_argument("--bundle", required=True, metavar="FILE.tar.gz", help="what pack wrote")
    job.add_argument("-o", "--output", required=True, metavar="DIR", help="a new folder for the tables")
    job.add_argument("--export", action="append", default=[], metavar="FILE",
                     help="a graph file on the driver's machine, its format told by the extension; "
                     "may be repeated")
    job.add_argument("--analyses", action="append", default=[], metavar="DIR",
                     help="analyses of an earlier run, to be added up as well; may be repeated")
    job.add_argument("--format", choices=["text", "jsonl", "parquet"], help="if the name does not tell")
    job.add_argument("--glob", default="*.txt", help="which files of a folder (default: *.txt)")
    job.add_argument("--map", metavar="FIELDS", help="of records: text=body,date=published")
    job.add_argument("--partition", type=int, default=1000, metavar="N", help="articles in a partition")
    job.add_argument("--max-size", type=int, default=20, metavar="MB", help="pass over larger articles")
    job.add_argument("--time-limit", type=float, default=60, metavar="SECONDS", help="for one article")
    job.add_argument("--names-only", action="store_true",
                     help="keep the gazetteer's names of articles that are not in English")
    job.add_argument("--compression", choices=["none", "gzip"], default="none", help="of the analyses")
    job.add_argument("--copy-threshold", type=float, default=0.5, metavar="SHARE",
                     help="articles that share this part of their wording count once")
    job.add_argument("--count-copies", action="store_true", help="count every article")
    job.add_argument("--min-weight", type=float, default=0, metavar="N",
                     help="leave weaker edges out of the graph files, and entities without an edge")
    job.add_argument("--evidence", choices=["full", "none"], default="full", help="in the graph files")
    options = parser.parse_args()
    if options.command == "run" and not 0.1 <= options.copy_threshold <= 1:
        parser.error("--copy-threshold takes a number from 0.1 to 1")
    if options.command == "run" and options.partition < 1:
        parser.error("--partition takes a number from 1")
    return options


def main():
    options = arguments()
    try:
        if options.command == "run":
            return run(options)
        pack(options.entente, options.output, options.data, options.gazetteers)
        return 0
    except JobError as error:
        say(str(error))
        return 2


if __name__ == "__main__":
    sys.exit(main())
