/** @file The reader of PDF in a worker of its own; it waits for messages as soon as it is loaded. */
import 'pdfjs-dist/build/pdf.worker.mjs';
