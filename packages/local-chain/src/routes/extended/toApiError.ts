const names = { 400: 'Bad Request', 404: 'Not Found' } as const

/** The body of an error, as the API's framework words it. */
export function toApiError({ status, message }: { status: 400 | 404; message: string }) {
  return { statusCode: status, error: names[status], message }
}
