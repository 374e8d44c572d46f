import Dispatch
import Synchronization

/// Runs asynchronous work on the thread that waits for it.
///
/// A `TreeView` is synchronous and swift-subprocess is not, so somebody has to wait. Waiting on a semaphore for a task
/// of the shared pool deadlocks as soon as every thread of the pool waits in the same way, which two tests on two
/// cores are enough for. Here the thread that waits lends itself to the task: it runs the task's jobs, and those of its
/// children, until the task is done, and needs no thread of the pool at all.
final class CallingThreadExecutor: TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])
    private let arrivals = DispatchSemaphore(value: 0)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        arrivals.signal()
    }

    /// Runs jobs as they come, until `isDone` holds between two of them.
    func run(until isDone: () -> Bool) {
        while !isDone() {
            arrivals.wait()
            // The semaphore counts the jobs, so there is one.
            let job = jobs.withLock { $0.removeFirst() }
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}

/// A value that one task sets and one thread waits for.
final class Outcome<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    /// The value; `nil` until it is there.
    var current: Value? { value.withLock { $0 } }

    func set(_ new: Value) {
        value.withLock { $0 = new }
    }
}
