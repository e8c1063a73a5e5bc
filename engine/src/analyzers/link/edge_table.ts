import type { EdgeColumns } from '../../../contract/graph/writer.ts'

/**
 * Edges in columns, one per source, target and kind; of several the surest stays, with its line. A
 * large repository has hundreds of thousands, so none is an object.
 */
export class EdgeTable {
  #count = 0
  #columns = emptyColumns(1024)
  /** Open addressing: the number of an edge plus one, 0 where there is none. */
  #slots = new Int32Array(4096)

  add(from: number, to: number, kind: number, provenance: number, confidence: number, line: number): void {
    const columns = this.#columns
    const slot = this.#slotOf(from, to, kind)
    const known = this.#slots[slot]! - 1
    if (known !== -1) {
      if (columns.confidence[known]! >= confidence) return
      columns.provenance[known] = provenance
      columns.confidence[known] = confidence
      columns.line[known] = line
      return
    }
    if (this.#count === columns.from.length) {
      this.#grow()
      this.add(from, to, kind, provenance, confidence, line)
      return
    }
    const edge = this.#count++
    columns.from[edge] = from
    columns.to[edge] = to
    columns.kind[edge] = kind
    columns.provenance[edge] = provenance
    columns.confidence[edge] = confidence
    columns.line[edge] = line
    this.#slots[slot] = edge + 1
  }

  /** The edges with their ends renamed; they must not be added to any more. */
  columns(nodeOf: (place: number) => number): EdgeColumns {
    const { from, to, kind, provenance, confidence, line } = this.#columns
    const end = this.#count
    return {
      from: from.subarray(0, end).map(nodeOf),
      to: to.subarray(0, end).map(nodeOf),
      kind: kind.subarray(0, end),
      provenance: provenance.subarray(0, end),
      confidence: confidence.subarray(0, end),
      line: line.subarray(0, end),
    }
  }

  #slotOf(from: number, to: number, kind: number): number {
    const { from: sources, to: targets, kind: kinds } = this.#columns
    const mask = this.#slots.length - 1
    let slot = (Math.imul(from, 0x9e3779b1) ^ Math.imul(to, 0x85ebca6b) ^ Math.imul(kind, 0xc2b2ae35)) >>> 0
    for (slot = (slot ^ (slot >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const edge = this.#slots[slot]! - 1
      if (edge === -1) return slot
      if (sources[edge] === from && targets[edge] === to && kinds[edge] === kind) return slot
    }
  }

  #grow(): void {
    const before = this.#columns
    this.#columns = emptyColumns(before.from.length * 2)
    this.#columns.from.set(before.from)
    this.#columns.to.set(before.to)
    this.#columns.kind.set(before.kind)
    this.#columns.provenance.set(before.provenance)
    this.#columns.confidence.set(before.confidence)
    this.#columns.line.set(before.line)
    // Never more than a quarter full, so that looking for an edge ends soon.
    this.#slots = new Int32Array(this.#columns.from.length * 4)
    for (let edge = 0; edge < this.#count; edge++) {
      this.#slots[this.#slotOf(before.from[edge]!, before.to[edge]!, before.kind[edge]!)] = edge + 1
    }
  }
}

const emptyColumns = (length: number): EdgeColumns => ({
  from: new Int32Array(length),
  to: new Int32Array(length),
  kind: new Uint8Array(length),
  provenance: new Uint8Array(length),
  confidence: new Uint8Array(length),
  line: new Int32Array(length),
})
