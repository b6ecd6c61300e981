/**
 * Microsoft's serialized certificate store, .sst ([MS-OSHARED] 2.3.2.5.5): little-endian words; a
 * header of version 0 and the type `CERT`; then elements of id, encoding type, length and bytes; and
 * an end of 12 zero octets. Properties stand before the certificate that they belong to.
 */
const headerBytes = 8;
const elementHeaderBytes = 12;
const certificateId = 0x20;
const revocationListId = 0x21;
const trustListId = 0x22;

export function isSerializedStore(bytes: Buffer): boolean {
  return (
    bytes.length >= headerBytes &&
    bytes.readUInt32LE(0) === 0 &&
    bytes.readUInt32LE(4) === 0x54524543
  );
}

/** DER of each certificate. `null`: broken, or ends before its end. */
export function certificatesOfStore(
  bytes: Buffer,
): { readonly certificates: readonly Buffer[]; readonly others: number } | null {
  const certificates: Buffer[] = [];
  let others = 0;
  for (let at = headerBytes; at + elementHeaderBytes <= bytes.length;) {
    const id = bytes.readUInt32LE(at);
    const length = bytes.readUInt32LE(at + 8);
    if (id === 0)
      return bytes.readUInt32LE(at + 4) === 0 && length === 0 ? { certificates, others } : null;
    const start = at + elementHeaderBytes;
    at = start + length;
    if (at > bytes.length) return null;
    if (id === certificateId) certificates.push(bytes.subarray(start, at));
    if (id === revocationListId || id === trustListId) others += 1;
  }
  return null;
}
