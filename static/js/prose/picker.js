// The ways to the picker: a typed slash, two buttons, one shortcut, Enter on a figure.
import { Extension, Plugin } from "django-prose-editor/editor"
import { announce } from "./announce.js"
import { changeFigure, insertPicked, replaceNumber } from "./choose.js"
import { nameParts } from "./naming.js"
import { numberAt } from "./number.js"

// A slash inside a word is only a slash: 2025/26, and/or.
const opens = ({ selection: { $from } }) =>
  $from.parent.isTextblock && /(^|[\s(\u00a0])$/.test($from.parent.textBetween(0, $from.parentOffset, "", "\ufffc"))

export const RecordPicker = Extension.create({
  name: "recordPicker",

  addOptions() {
    return { blocks: false, labels: {}, tools: {}, urls: {}, words: {} }
  },

  onCreate() {
    // Once the menu is made, which an extension after this one does.
    setTimeout(() => nameParts(this.editor, this.options.tools))
  },

  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        props: {
          handleTextInput(view, _from, _to, text) {
            if (text !== "/" || !opens(view.state)) return false
            insertPicked(editor, { slash: true })
            return true
          },
        },
      }),
    ]
  },

  addKeyboardShortcuts() {
    return {
      "Mod-Shift-f": () => {
        const number = numberAt(this.editor.state)
        if (number) replaceNumber(this.editor, number)
        else insertPicked(this.editor)
        return true
      },
      Enter: () => {
        const { node, from } = this.editor.state.selection
        if (node?.type.name !== "boundFigure") return false
        changeFigure(this.editor, from)
        return true
      },
    }
  },

  addMenuItems({ buttons, menu }) {
    const { words } = this.options
    menu.defineItem({
      name: "recordPicker",
      groups: "link",
      button: buttons.material("add_chart", words.open),
      command: (editor) => insertPicked(editor),
    })
    menu.defineItem({
      name: "recordPicker:number",
      groups: "link",
      button: buttons.material("pin", words.turn),
      enabled: (editor) => Boolean(numberAt(editor.state)),
      command: (editor) => {
        const number = numberAt(editor.state)
        if (number) replaceNumber(editor, number)
        else announce(words.noNumber)
      },
    })
  },
})
