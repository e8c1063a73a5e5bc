import { writeFile } from 'node:fs/promises'
import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'

export default class DocsWrite extends BaseCommand {
  static commandName = 'docs:write'
  static description = 'Write the documents that are generated from the code'
  static options: CommandOptions = { startApp: true }

  async run() {
    const router = await this.app.container.make('router')
    router.commit()
    const { generatedDocuments } = await import('#ops/services/generated_documents')
    for (const [path, text] of Object.entries(generatedDocuments())) {
      await writeFile(this.app.makePath(path), text)
      this.logger.success(path)
    }
  }
}
