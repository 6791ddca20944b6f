export interface Steps {
  done: number
  readonly most: number
}

/** Once `most` steps were done, every further one fails: nothing happens any more, as after a crash. */
export function stopping<Calls extends object>(calls: Calls, steps: Steps): Calls {
  return new Proxy(calls, {
    get(target, name) {
      const step: unknown = Reflect.get(target, name)
      if (typeof step !== 'function') return step
      return (...given: unknown[]): unknown => {
        if (steps.done >= steps.most) return Promise.reject(new Error('stopped by the test'))
        steps.done += 1
        return Reflect.apply(step, target, given)
      }
    },
  })
}
