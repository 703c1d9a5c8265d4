-- What a session holds is sealed from now on, and so is its id in the browser's cookie.
-- What was written before cannot be read any more: everybody signs in once more.
delete from spring_session_attributes;
delete from spring_session;
