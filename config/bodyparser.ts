import { defineConfig } from '@adonisjs/core/bodyparser'

export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  form: { convertEmptyStringsToNull: true, types: ['application/x-www-form-urlencoded'], limit: '256kb' },
  json: {
    convertEmptyStringsToNull: true,
    types: ['application/json', 'application/csp-report'],
    limit: '1mb',
  },
  multipart: {
    // No form takes a file, and what is processed is written to the disk of whoever runs this.
    autoProcess: false,
    convertEmptyStringsToNull: true,
    processManually: [],
    limit: '1mb',
    types: ['multipart/form-data'],
  },
})
