const maxEdge = 1600; // px: enough to read a house number, a tenth of the bytes
const quality = 0.8;

/** An upright JPEG of at most 1600 px. Drawing it anew also drops EXIF, the place where it was taken included. */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, maxEdge / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (it) => (it ? resolve(it) : reject(new Error('The picture could not be encoded'))),
      'image/jpeg',
      quality,
    );
  });
}
