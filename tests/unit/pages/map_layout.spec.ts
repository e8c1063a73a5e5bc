import { test } from '@japa/runner'
import ELK from 'elkjs/lib/main.js'
import { aLargeGraph, noRules } from '#tests/support/maps'
import { OpenMap } from '../../../app/intelligence/services/open_map.js'
import { visibleEdges } from '../../../app/intelligence/services/view_edges.js'
import { visibleNodes } from '../../../app/intelligence/services/view_nodes.js'
import { readLayout, treeOf } from '../../../inertia/features/intelligence/canvas/layout_tree.js'
import { pictureOfView } from '../../../inertia/features/intelligence/canvas/picture.js'

const stack = { languages: [], frameworks: [], packageManager: null, test: null, install: null }
const facts = {
  id: 'm',
  projectId: 'p',
  commit: 'c',
  branch: 'main',
  madeAt: '',
  checkedAt: '',
  cause: 'added',
  stack,
  rules: noRules,
}

function pictureOf(opened: string[], files = 10_000) {
  const map = new OpenMap(facts, aLargeGraph(files), null)
  const visible = visibleNodes(map, { by: 'folders', opened: new Set(opened), tests: false })
  const { edges } = visibleEdges(map, visible, [])
  const nodes = visible.nodes.map((node) => ({ ...node, shade: null, violations: 0, inCycle: false }))
  return pictureOfView(
    {
      commit: 'c',
      nodes,
      edges,
      edgesLeft: 0,
      full: false,
      overlayMissing: false,
      resolved: 0,
      unresolved: 0,
    },
    'none'
  )
}

test.group('The layout of the map', () => {
  test('a picture as large as they get is laid out in seconds, everything in its frame', async ({
    assert,
  }) => {
    const areas = Array.from({ length: 8 }, (_, area) => [`dir:src/area${area}`, `dir:src/area${area}/part0`])
    const picture = pictureOf(['dir:src', ...areas.flat()])
    assert.isAbove(picture.nodes.length, 200)
    const started = performance.now()
    const { places, lines } = readLayout(await new ELK().layout(treeOf(picture)))
    assert.isBelow(performance.now() - started, 60_000)
    assert.isAbove(lines.size, 20)
    for (const { id, parent } of picture.nodes) {
      const place = places.get(id)
      assert.exists(place, id)
      const frame = parent === null ? null : places.get(parent)
      if (!place || !frame) continue
      assert.isAtLeast(place.x, 0)
      assert.isAtMost(place.x + place.width, frame.width + 1, id)
      assert.isAtMost(place.y + place.height, frame.height + 1, id)
    }
  }).timeout(60_000)
})
