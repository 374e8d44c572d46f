import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// The results of `transform` in the order of the elements. As many threads as there are processors compute them.
    ///
    /// - Parameter weight: how long an element takes, by comparison with the others. The heaviest are begun first, so that no
    ///   thread is left alone with one at the end.
    func concurrentMap<Result: Sendable>(
        heaviestFirst weight: (Element) -> Int,
        _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        let order = map(weight).enumerated().sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }.map(\.offset)
        let results = Mutex([Result?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { turn in
            let index = order[turn]
            let result = transform(self[index])
            results.withLock { $0[index] = result }
        }
        return results.withLock { $0.compactMap(\.self) }
    }
}
