/** Words of src/trust. */
export const trustMessages = {
  title: 'Signature and policies',
  loading: 'Asking the registry and the clusters…',
  again: 'ask again',
  signature: 'Signature',
  signedBy: 'Signed by {{who}}',
  key: 'key {{name}}',
  unsigned: 'Unsigned',
  notChecked: 'Not checked',
  invalid: 'Invalid signature',
  signedByKey: 'The signature is about this image and was made with that key.',
  signedByIdentity:
    'The signature is about this image, the certificate names that identity ({{issuer}}), and the transparency log has seen it.',
  unsignedSays:
    '{{host}} has no signature beside this image. One that is kept in another repository is not looked for.',
  theRegistry: 'The registry',
  because: {
    'no-image': 'The build names no image by its digest.',
    'registry-not-allowed':
      '{{host}} is not among the registries that this Backstage may read (supplyChain.registries).',
    'registry-denied':
      '{{host}} does not let this Backstage read: its credentials in supplyChain.registries are missing or not accepted.',
    'registry-unreachable': '{{host}} does not answer.',
    'registry-unreadable':
      'What {{host}} answers cannot be read, is too long, or leads to another host.',
    'image-absent': '{{host}} does not have this image, or not any more.',
    'no-verifier':
      'There is a signature, and no key or identity is configured whose signatures of this image count (supplyChain.signatures).',
    'other-image':
      'The signature is about another image: it was copied here, or this image was put in the place of the one that was signed.',
    altered: 'What was signed is not what is there: its digest is wrong.',
    'wrong-key':
      'None of the configured keys made this signature, or what was signed was changed afterwards.',
    'wrong-identity':
      'The certificate is good, and names nobody who is configured for this image.',
    untrusted:
      'The certificate, or its entry in the transparency log, does not lead to the trusted root.',
    unreadable: 'It is no signature that can be read.',
  },
  found: 'Found beside the image',
  more: 'There are more than were looked at.',
  attestation: 'Attestation',
  scheme: { 'cosign-tag': 'under a tag of cosign', bundle: 'as a bundle' },
  wrote: 'What kpack wrote',
  kpackSigns: 'Signs with',
  kpackAttests: 'Attested in',
  sbom: 'SBOM layer',
  provenance: 'How it was built (SLSA provenance)',
  attested: 'This is',
  builder: 'Built by',
  buildType: 'Build type',
  materials: 'Made of',
  builtAt: 'Built',
  policies: 'Policies about this image',
  noPolicies: 'No ClusterImagePolicy is about this image.',
  policiesAbsent: 'policy-controller is not installed on {{clusters}}.',
  policyOn: 'on cluster {{cluster}}',
  mode: {
    enforce: 'enforced: an image that does not meet it is refused',
    warn: 'warns: an image that does not meet it runs all the same',
  },
  policyKey: 'asks for a signature with the key in {{key}}',
  policyKeyInline:
    'asks for a signature with the key that stands in the policy',
  policyIdentity: 'asks for a signature by {{subject}} of {{issuer}}',
  policyAnybody: 'asks for a keyless signature by anybody',
  anybody: 'anybody',
  anyIssuer: 'any issuer',
  or: ', or ',
  policyPass: 'lets everything pass',
  policyFail: 'refuses everything: {{says}}',
  policyUnknown: 'asks for something that is not known here',
  policyAttests: '{{asks}}, and for attestations of {{types}}',
  policyJudged: '{{type}} (whose content is judged as well)',
  policyAny: 'Any one of these is enough.',
  policyCode: 'A policy in CUE or Rego judges the image as well.',
  policyOnly: 'Only about {{what}}.',
  policyNotReady: 'policy-controller has not taken it up: {{says}}',
  policyWhere:
    'They hold in namespaces with the label policy.sigstore.dev/include=true.',
} as const;
