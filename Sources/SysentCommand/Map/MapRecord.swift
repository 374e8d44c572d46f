import TableDiff
import TableMap

/// `sysent map --format json`
struct MapRecord: Encodable {
    let tables: [Table]

    struct Table: Encodable {
        let maps: [Map]
        /// The numbers of the table that differ between the two trees.
        let differing: [Difference]
    }

    struct Map: Encodable {
        let tree: String
        let table: String
        let counts: [String: Int]
        let bands: [Band]
        let cells: [Cell]
    }

    struct Band: Encodable {
        let first: Int
        let last: Int
        let claimed: Int
    }

    struct Cell: Encodable {
        let number: Int
        let kind: String
        let name: String
        let module: String?
    }

    struct Difference: Encodable {
        let number: Int
        let impact: String
        let changes: [String]
    }

    init(_ comparisons: [MapComparison]) {
        tables = comparisons.map { comparison in
            Table(
                maps: comparison.maps.map(Map.init),
                differing: comparison.changes.keys.sorted().map { number in
                    Difference(
                        number: number,
                        impact: comparison.impact(of: number)?.rawValue ?? "",
                        changes: comparison.changes[number]?.map(\.kind.rawValue) ?? []
                    )
                }
            )
        }
    }
}

extension MapRecord.Map {
    fileprivate init(_ map: TableMap) {
        tree = map.tree
        table = map.table
        counts = Dictionary(uniqueKeysWithValues: map.counts.map { ($0.kind.rawValue, $0.count) })
        bands = map.bands.map {
            MapRecord.Band(first: $0.numbers.lowerBound, last: $0.numbers.upperBound, claimed: $0.claimed)
        }
        cells = map.cells.map {
            MapRecord.Cell(number: $0.number, kind: $0.kind.rawValue, name: $0.name, module: $0.claim?.module)
        }
    }
}
