// What the picker lists, step by step: figures of a subject, kinds of blocks, what they show.
import { articleOf, languageOf } from "./place.js"
import { filled } from "./words.js"

// As many figures of one subject as can be seen at a glance.
const SHOWN = 8

const search = async (editor, urls, asked) => {
  const query = new URLSearchParams({
    ...asked,
    language: languageOf(editor),
    article: articleOf(),
  })
  const response = await fetch(`${urls.search}?${query}`)
  if (!response.ok || response.redirected) throw new Error(response.statusText)
  return response.json()
}

const asFigure = (offer) => ({
  text: offer.what,
  value: offer.value,
  result: { figure: { address: offer.address, text: offer.value }, label: offer.label },
})

// Those that have every word that was typed, in what they are or in their value.
const having = (options, query) => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return options.filter(({ text, note = "", value = "" }) => {
    const all = `${text} ${note} ${value}`.toLowerCase()
    return words.every((word) => all.includes(word))
  })
}

export class Levels {
  constructor(editor, { urls, words, labels }) {
    Object.assign(this, { editor, urls, words, labels: labels ?? {} })
  }

  search(asked) {
    return search(this.editor, this.urls, asked)
  }

  // Everything: the first step.
  figures({ blocks }) {
    return {
      title: this.words.title,
      load: async (query) => {
        const { groups } = await this.search({ q: query })
        const menu = blocks ? this.blockMenu(query) : []
        const figures = this.grouped(groups)
        return this.namesBlock(query) ? [...menu, ...figures] : [...figures, ...menu]
      },
    }
  }

  // What could stand in place of a number that somebody typed; with words, anything.
  number(number) {
    return {
      title: filled(this.words.replace, { number }),
      load: async (query) => {
        const { groups } = await this.search(query ? { q: query } : { number })
        return this.grouped(groups)
      },
    }
  }

  grouped(groups) {
    const open = groups.filter((group) => !group.offers.length)
    const shown = groups.filter((group) => group.offers.length).map(({ subject, offers }) => ({
      heading: subject.name,
      note: subject.note,
      options: this.first(subject, offers.map(asFigure)),
    }))
    const others = open.map(({ subject }) => ({
      text: subject.name,
      note: subject.note,
      level: this.subject(subject),
    }))
    return others.length ? [...shown, { heading: this.words.others, options: others }] : shown
  }

  // The usual figures, and the way to all of them.
  first(subject, figures) {
    if (figures.length <= SHOWN + 1) return figures
    const text = filled(this.words.all, { name: subject.name })
    return [...figures.slice(0, SHOWN), { text, level: this.subject(subject) }]
  }

  subject({ key, name }) {
    let figures = null
    return {
      title: name,
      load: async (query) => {
        figures ??= (await this.search({ of: key })).groups.flatMap(({ offers }) => offers.map(asFigure))
        return [{ heading: name, options: having(figures, query) }]
      },
    }
  }

  // "pool by" can only mean the block; "pool" is more often a figure.
  namesBlock(query) {
    const begins = (text) => text.toLowerCase().startsWith(query.toLowerCase())
    return query.includes(" ") && Object.values(this.labels).some(begins)
  }

  blockMenu(query) {
    const kinds = Object.entries(this.labels).map(([kind, text]) => ({ text, level: this.block(kind) }))
    if (query) {
      const all = having([{ text: this.words.blocks, level: this.blocks() }], query)
      return [{ heading: this.words.blocks, options: [...all, ...having(kinds, query)] }]
    }
    return [{ heading: this.words.blocks, options: [{ text: this.words.blocks, level: this.blocks() }] }]
  }

  blocks() {
    const kinds = Object.entries(this.labels)
    return {
      title: this.words.blocks,
      load: async (query) => [
        {
          heading: this.words.blocks,
          options: having(kinds.map(([kind, text]) => ({ text, level: this.block(kind) })), query),
        },
      ],
    }
  }

  block(kind) {
    const title = this.labels[kind] ?? kind
    return {
      title,
      load: async (query) => {
        const { blocks } = await this.search({ block: kind, q: query })
        const options = blocks.map(({ of, title: text, note }) => ({
          text,
          note,
          result: { block: { kind, of }, label: `${title}, ${text}` },
        }))
        return [{ heading: title, options }]
      },
    }
  }
}
