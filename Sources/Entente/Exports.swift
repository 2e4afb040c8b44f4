// What a user of the library needs to name: the values that flow, and what a pipeline is made of.
@_exported public import Coreference
@_exported public import DocumentModel
@_exported public import Gazetteers
@_exported public import GraphAnalysis
@_exported public import GraphBuilding
@_exported public import GraphExport
@_exported public import GraphModel
@_exported public import Ingestion
@_exported public import Recognition
@_exported public import RelationExtraction
@_exported public import RunStorage
@_exported public import Segmentation
@_exported public import SyntaxParsing
