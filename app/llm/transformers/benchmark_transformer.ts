import { BaseTransformer } from '@adonisjs/core/transformers'
import type { Benchmark } from '#llm/queries/list_benchmarks'

export default class BenchmarkTransformer extends BaseTransformer<Benchmark> {
  toObject() {
    return { ...this.resource }
  }
}
