/** Orders that wait for a person: the buttons under their messages, and what a press on one does. */
package dev.moa.notification.approval;
