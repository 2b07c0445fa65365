/** The Arabic words there are. They come as one file, and only to a page in Arabic. */
import.meta.glob('../**/{ar,*-ar}.ts', { eager: true });
