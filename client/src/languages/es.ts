/** Every folder's Spanish words. They come as one file, and only to a page in Spanish. */
import.meta.glob('../**/{es,*-es}.ts', { eager: true });
