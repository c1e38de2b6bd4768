// What is done with what somebody picks.
import { announce } from "./announce.js"
import { pick } from "./dialog.js"
import { Levels } from "./levels.js"
import { insertBlock } from "./moves.js"
import { filled } from "./words.js"

const optionsOf = (editor) =>
  editor.extensionManager.extensions.find(({ name }) => name === "recordPicker").options

const put = (editor, { figure, block, label, typed }, { from, to }) => {
  if (figure) {
    const marks = editor.state.doc.resolve(to).marks().map((mark) => mark.toJSON())
    const content = { type: "boundFigure", attrs: figure, marks }
    editor.chain().focus().insertContentAt({ from, to }, content).run()
  } else insertBlock(editor, block)
  if (typed) editor.view.dispatch(editor.state.tr.insertText(typed))
  announce(filled(optionsOf(editor).words.inserted, { name: label }))
}

// Puts in what is picked at the selection. `slash`: opened by typing one, which stays if nothing is
// picked.
export const insertPicked = async (editor, { slash = false } = {}) => {
  const options = optionsOf(editor)
  const { from, to } = editor.state.selection
  const result = await pick(new Levels(editor, options).figures(options), options.words)
  if (result?.figure || result?.block) return put(editor, result, { from, to })
  editor.commands.focus()
  if (slash) editor.view.dispatch(editor.state.tr.insertText(result?.blank ? "/ " : "/", from, to))
}

// Puts a figure where a number stands.
export const replaceNumber = async (editor, { from, to, text }) => {
  const options = optionsOf(editor)
  const result = await pick(new Levels(editor, options).number(text), options.words)
  if (result?.figure) put(editor, result, { from, to })
  else editor.commands.focus()
}

export const changeFigure = async (editor, pos) => {
  const options = optionsOf(editor)
  const result = await pick(new Levels(editor, options).figures({ blocks: false }), options.words)
  if (result?.figure) put(editor, result, { from: pos, to: pos + 1 })
  else editor.commands.focus()
}

// Another draw, story or place for a block.
export const changeBlock = async (editor, pos) => {
  const options = optionsOf(editor)
  const { kind } = editor.state.doc.nodeAt(pos).attrs
  const result = await pick(new Levels(editor, options).block(kind), options.words)
  if (result?.block) {
    editor.view.dispatch(editor.state.tr.setNodeMarkup(pos, null, result.block))
    announce(filled(options.words.inserted, { name: result.label }))
  }
  editor.chain().setNodeSelection(pos).focus().run()
}
