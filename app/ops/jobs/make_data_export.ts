import MakeDataExport from '#ops/actions/make_data_export'
import type { Job } from '#shared/jobs/job'

export const makeDataExport: Job<{ exportId: string; userId: string }> = {
  name: 'people.export_data',
  run: (payload) => new MakeDataExport().execute(payload),
}
