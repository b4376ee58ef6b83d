export async function runContract() {
  return 1;
}
