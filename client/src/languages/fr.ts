/** Every folder's French words. They come as one file, and only to a page in French. */
import.meta.glob('../**/{fr,*-fr}.ts', { eager: true });
