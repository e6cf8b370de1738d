declare module 'minhash' {
  export class Minhash {
    constructor(options: { numPerm: number })
    update(shingle: string): void
  }
}
