import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import RemoveAvatar from '#accounts/actions/remove_avatar'
import SetAvatar from '#accounts/actions/set_avatar'
import { PICTURE_BYTES } from '#accounts/services/picture'
import { withTeam } from '#accounts/services/tenancy'
import { sql } from '#shared/database/sql'
import { fieldError } from '#shared/exceptions/field_error'
import NotFoundException from '#shared/exceptions/not_found_exception'

const problems = {
  too_large: 'The picture is larger than 256 KB. Take a smaller one.',
  no_picture: 'This is no PNG, JPEG or WebP picture.',
}

/** Base64, so that no form has to take files. */
const pictureValidator = vine.create({
  picture: vine
    .string()
    .maxLength(Math.ceil(PICTURE_BYTES / 3) * 4 + 4)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/),
})

export default class AvatarsController {
  async show({ params, response, actor }: HttpContext) {
    const { rows } = await withTeam(actor.teamId, (trx) =>
      sql<{ media_type: string; data: Buffer }>(
        trx,
        'select media_type, data from avatars where user_id = ? and id = ?',
        [params.userId, params.id]
      )
    )
    if (!rows[0]) throw new NotFoundException('picture')
    response.header('content-type', rows[0].media_type)
    response.header('cache-control', 'private, max-age=31536000, immutable')
    response.header('content-security-policy', "default-src 'none'; sandbox")
    response.header('cross-origin-resource-policy', 'same-origin')
    return response.send(rows[0].data)
  }

  async update({ request, response, auth, session }: HttpContext) {
    const { picture } = await request.validateUsing(pictureValidator)
    const result = await new SetAvatar().execute(auth.getUserOrFail().id, Buffer.from(picture, 'base64'))
    if (!result.ok) throw fieldError('picture', problems[result.error])
    session.flash('success', 'Your picture was changed.')
    return response.redirect().toRoute('profile.edit')
  }

  async destroy({ response, auth, session }: HttpContext) {
    await new RemoveAvatar().execute(auth.getUserOrFail().id)
    session.flash('success', 'Your picture was removed.')
    return response.redirect().toRoute('profile.edit')
  }
}
