/** Bounds of one snapshot and of what is kept for a team; bytes unless said otherwise. */
export interface SnapshotLimits {
  compressedBytes: number
  uncompressedBytes: number
  entries: number
  pathLength: number
  /** Total of one team's kept snapshots; the least recently used go first. */
  teamBytes: number
  /** Milliseconds after which one that nobody has used goes; it is sent again when it is needed. */
  unusedMs: number
}

export const snapshotLimits: SnapshotLimits = {
  compressedBytes: 256 * 1024 * 1024,
  uncompressedBytes: 1024 * 1024 * 1024,
  entries: 200_000,
  pathLength: 1024,
  teamBytes: 2 * 1024 * 1024 * 1024,
  unusedMs: 7 * 24 * 3600_000,
}
