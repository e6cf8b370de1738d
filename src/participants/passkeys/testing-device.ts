import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'

const base64 = (bytes: Buffer) => bytes.toString('base64url')
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()
const short = (bytes: Buffer) => Buffer.concat([Buffer.from([0x58, bytes.length]), bytes])

/** A device with one key, as WebAuthn level 3 §6 has it: enough CBOR for a P-256 key without attestation; tests only. */
export function testDevice(origin = 'http://localhost:3000') {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const [id, host] = [randomBytes(32), sha256(new URL(origin).hostname)]
  const point = (text: string) => short(Buffer.from(text, 'base64url'))
  const cose = Buffer.concat([
    Buffer.from('a5010203262001', 'hex'),
    Buffer.from([0x21]),
    point(x),
    Buffer.from([0x22]),
    point(y),
  ])
  const counted = (flags: number, counter: number) => {
    const tail = Buffer.alloc(5)
    tail.writeUInt8(flags, 0)
    tail.writeUInt32BE(counter, 1)
    return Buffer.concat([host, tail])
  }
  const said = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const about = { id: base64(id), rawId: base64(id), type: 'public-key', clientExtensionResults: {} }
  return {
    create(challenge: string) {
      const held = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
      const data = Buffer.concat([counted(0x41, 0), held])
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
        short(data),
      ])
      const clientDataJSON = base64(said('webauthn.create', challenge))
      return { ...about, response: { clientDataJSON, attestationObject: base64(attestation) } }
    },
    get(challenge: string, counter = 0) {
      const [client, data] = [said('webauthn.get', challenge), counted(0x01, counter)]
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey)
      const response = {
        clientDataJSON: base64(client),
        authenticatorData: base64(data),
        signature: base64(signature),
      }
      return { ...about, response }
    },
  }
}
