// Moving the parts of a text up and down, and putting blocks between them.
import { announce } from "./announce.js"

// The node at the top of the text that the selection stands in, and where it begins.
export const topOf = ({ selection, doc }) => {
  const { $from } = selection
  if ($from.depth) return { node: $from.node(1), pos: $from.before(1) }
  return { node: selection.node ?? doc.nodeAt($from.pos), pos: $from.pos }
}

// One place up (-1) or down (1); false at the end of the text.
export const move = (editor, pos, step, words) => {
  const { state, view } = editor
  const node = state.doc.nodeAt(pos)
  const index = state.doc.resolve(pos).index(0)
  const other = index + step
  if (!node || other < 0 || other >= state.doc.childCount) {
    announce(step < 0 ? words.atTop : words.atBottom)
    return false
  }
  const size = state.doc.child(other).nodeSize
  const target = step < 0 ? pos - size : pos + size
  const inside = state.selection.from - pos
  const tr = state.tr.delete(pos, pos + node.nodeSize).insert(target, node)
  const { selection } = state
  if (inside >= 0 && inside <= node.nodeSize) {
    const kind = selection.constructor
    const moved = node.isAtom ? target : target + inside
    tr.setSelection(kind.create(tr.doc, moved, ...(node.isAtom ? [] : [moved])))
  }
  view.dispatch(tr.scrollIntoView())
  announce(step < 0 ? words.movedUp : words.movedDown)
  return true
}

// After the paragraph, list or table with the cursor; instead of an empty paragraph.
export const insertBlock = (editor, attrs) => {
  const { node, pos } = topOf(editor.state)
  const isEmpty = Boolean(node?.isTextblock) && node.content.size === 0
  const end = pos + (node?.nodeSize ?? 0)
  const place = isEmpty ? { from: pos, to: end } : end
  editor.chain().insertContentAt(place, { type: "boundBlock", attrs }).run()
  const after = (isEmpty ? pos : end) + 1
  if (editor.state.doc.content.size <= after) {
    editor.chain().insertContentAt(after, { type: "paragraph" }).run()
  }
  editor.chain().focus(after + 1).run()
}
