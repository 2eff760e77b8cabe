/**
 * What is kept: experiments, their versions, links to them, and the runs that go with a link. What
 * is somebody else's is answered for as if it were not there.
 */
@NullMarked
package dev.spirallab.experiment;

import org.jspecify.annotations.NullMarked;
