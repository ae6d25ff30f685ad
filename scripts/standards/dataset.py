#!/usr/bin/env python3
"""Does a release of the data set hold to the standards that it names?

Usage: dataset.py FOLDER: a release, with catalog.jsonld, catalog.ttl, catalog.rdf and croissant.json beside it.
Frictionless reads every table by its schema; the catalogue is the same graph in each syntax and has the shape of
DCAT-AP; Croissant's own library takes the description; pandas reads each table with its columns and letters.
"""

import json
import pathlib
import sqlite3
import sys
from contextlib import closing

import frictionless
import mlcroissant
import pandas
import pyshacl
import rdflib
from rdflib.compare import isomorphic

SHAPES = pathlib.Path(__file__).with_name("dcat-ap.ttl")


def faults_of_package(folder):
    """What Frictionless says against the package."""
    report = frictionless.validate(str(folder / "datapackage.json"))
    for task in report.tasks:
        print(f"frictionless: {task.name}: {task.stats.get('rows')} rows, {task.stats.get('errors')} errors")
        yield from (f"{task.name}: {error.message}" for error in task.errors)
    yield from (error.message for error in report.errors)


def faults_of_catalogue(folder):
    """What SHACL says against the catalogue, or in which syntax it is another."""
    graphs = [rdflib.Graph().parse(folder / f"catalog.{end}", format=kind)
              for end, kind in (("jsonld", "json-ld"), ("ttl", "turtle"), ("rdf", "xml"))]
    print(f"catalogue: {len(graphs[0])} statements")
    for name, graph in zip(("Turtle", "RDF/XML"), graphs[1:]):
        if not isomorphic(graphs[0], graph):
            yield f"the catalogue in {name} is not the one in JSON-LD"
    conforms, _, text = pyshacl.validate(graphs[0], shacl_graph=str(SHAPES), shacl_graph_format="turtle")
    if not conforms:
        yield text


def faults_of_croissant(folder):
    """What Croissant's own library says against the description."""
    issues = mlcroissant.Dataset(jsonld=json.loads((folder / "croissant.json").read_text())).metadata.ctx.issues
    print(f"croissant: {len(issues.errors)} errors, {len(issues.warnings)} warnings")
    yield from issues.errors
    for warning in issues.warnings:
        print(f"croissant: {warning}")


def faults_of_tables(folder):
    """Where pandas reads other rows than SQLite holds."""
    package = json.loads((folder / "datapackage.json").read_text())
    with closing(sqlite3.connect(folder / "minhbach.sqlite")) as database:
        for resource in package["resources"]:
            name = resource["name"]
            table = pandas.read_csv(folder / resource["path"])
            (rows,) = database.execute(f"SELECT count(*) FROM {name}").fetchone()
            if len(table) != rows:
                yield f"{name}: {len(table)} rows in CSV, {rows} in SQLite"
            lines = pandas.read_json(folder / f"data/{name}.ndjson", lines=True)
            if len(lines) != rows:
                yield f"{name}: {len(lines)} lines in NDJSON, {rows} rows in SQLite"
        name = pandas.read_csv(folder / "data/provinces.csv").set_index("slug").loc["soc-trang", "name"]
        if name != "Sóc Trăng":
            yield f"letters are lost: {name!r}"


def main():
    folder = pathlib.Path(sys.argv[1])
    checks = faults_of_package, faults_of_catalogue, faults_of_croissant, faults_of_tables
    faults = [fault for check in checks for fault in check(folder)]
    for fault in faults:
        print(f"FAULT {fault}", file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
